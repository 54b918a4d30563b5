package org.waggle.simulator.ezsp;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.waggle.simulator.air.Air;

/** Whether the NCP is on its network, and whether that is open for joining. */
final class NetworkState {

  /** A host waits for the change only after it has read the response. */
  private static final long SETTLE_MILLIS = 30;

  private static final int FOR_EVER = 0xFF;

  private final Air air;
  private final ScheduledExecutorService scheduler;
  private final NetworkMemory memory;
  private final HostCallbacks host;
  private final List<Runnable> upListeners = new CopyOnWriteArrayList<>();
  private boolean up;
  private boolean forEver;
  private long openUntil;
  private boolean open;
  private int generation;

  NetworkState(Air air, NetworkMemory memory, HostCallbacks host) {
    this.air = air;
    this.scheduler = air.scheduler();
    this.memory = memory;
    this.host = host;
  }

  boolean isUp() {
    return up;
  }

  boolean isOpen() {
    return up && open && (forEver || openUntil - System.nanoTime() > 0);
  }

  /** After a reset the NCP is silent until the host initialises it. */
  void reset() {
    up = false;
    open = false;
    generation++;
  }

  Status initialise() {
    if (!memory.formed()) {
      return Status.NOT_JOINED;
    }
    goUp();
    return Status.SUCCESS;
  }

  Status form(NetworkParameters parameters) {
    if (up) {
      return Status.INVALID_CALL;
    } else if (memory.security().networkKey().isEmpty()) {
      return Status.SECURITY_STATE_NOT_SET;
    }
    memory.form(parameters);
    goUp();
    return Status.SUCCESS;
  }

  Status leave() {
    if (!up) {
      return Status.NOT_JOINED;
    }
    memory.leave();
    up = false;
    open = false;
    announce(Status.NETWORK_DOWN);
    return Status.SUCCESS;
  }

  Status permitJoining(int seconds) {
    if (!up) {
      return Status.NOT_JOINED;
    }
    boolean wasOpen = isOpen();
    open = seconds > 0;
    forEver = seconds == FOR_EVER;
    openUntil = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    if (open != wasOpen) {
      announce(open ? Status.NETWORK_OPENED : Status.NETWORK_CLOSED);
    }
    if (open && !forEver) {
      scheduler.schedule(this::closeWhenDue, seconds, TimeUnit.SECONDS);
    }
    air.joiningChanged();
    return Status.SUCCESS;
  }

  Status channel(int channel) {
    memory.parameters(memory.parameters().withChannel(channel));
    announce(Status.CHANNEL_CHANGED);
    return Status.SUCCESS;
  }

  /** Tells the host of a change, unless the NCP is reset before. */
  void announce(Status status) {
    int now = generation;
    scheduler.schedule(
        () -> {
          if (generation == now) {
            tell(status);
          }
        },
        SETTLE_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  /** Loses its network for a while, as if the parent had gone. */
  void flap(Duration duration) {
    if (up) {
      up = false;
      int now = generation;
      tell(Status.NETWORK_DOWN);
      scheduler.schedule(
          () -> {
            if (generation == now && memory.formed()) {
              up = true;
              tell(Status.NETWORK_UP);
            }
          },
          duration.toMillis(),
          TimeUnit.MILLISECONDS);
    }
  }

  /** {@code listener} runs after the host was told that the network is up, until the result. */
  Runnable onUp(Runnable listener) {
    upListeners.add(listener);
    return () -> upListeners.remove(listener);
  }

  private void goUp() {
    up = true;
    announce(Status.NETWORK_UP);
  }

  private void tell(Status status) {
    host.send(new EzspCallback.StackStatus(status));
    if (status == Status.NETWORK_UP) {
      upListeners.forEach(Runnable::run);
    }
  }

  private void closeWhenDue() {
    if (open && !isOpen()) {
      open = false;
      announce(Status.NETWORK_CLOSED);
      air.joiningChanged();
    }
  }
}
