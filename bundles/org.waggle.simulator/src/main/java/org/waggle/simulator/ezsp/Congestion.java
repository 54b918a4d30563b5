package org.waggle.simulator.ezsp;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.waggle.simulator.ash.Chance;

/** Why an NCP refuses to send: too many messages under way, or busy now and then. */
public final class Congestion {

  private static final int UNLIMITED = Integer.MAX_VALUE;

  private final Settings settings;
  private final Chance busy;
  private Status busyStatus = Status.MAX_MESSAGE_LIMIT_REACHED;
  private boolean limited;
  private int limit = UNLIMITED;
  private int underWay;

  Congestion(Settings settings, RandomGenerator random) {
    this.settings = settings;
    this.busy = new Chance(random);
  }

  /** Whether to refuse unicasts beyond the number that the host configured, as a stack does. */
  public void limitAsConfigured(boolean limits) {
    limited = limits;
  }

  /** Refuses unicasts beyond {@code messages} under way; 0 is no such limit. */
  public void limit(int messages) {
    limit = messages == 0 ? UNLIMITED : messages;
  }

  /** Answers the next {@code count} sends, and of the others the share {@code rate}, so. */
  public void busy(int count, double rate, Status status) {
    busyStatus = status;
    busy.set(count, rate);
  }

  /** Any kind of message; with what status it is refused. */
  Optional<Status> refusal() {
    return busy.isPossible() && busy.strikes() ? Optional.of(busyStatus) : Optional.empty();
  }

  /** A unicast, which remains under way; with what status it is refused. */
  Optional<Status> unicastRefusal() {
    int configured = limited ? settings.configuration(Settings.UNICAST_MESSAGE_COUNT) : UNLIMITED;
    return underWay >= Math.min(configured, limit)
        ? Optional.of(Status.MAX_MESSAGE_LIMIT_REACHED)
        : refusal();
  }

  void begin() {
    underWay++;
  }

  void end() {
    underWay = Math.max(0, underWay - 1);
  }

  void clear() {
    underWay = 0;
  }
}
