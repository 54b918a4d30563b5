package org.waggle.simulator.house;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.simulator.air.Air;
import org.waggle.simulator.device.Joining;
import org.waggle.simulator.device.VirtualDevice;

/** Has the devices of a house join one after another while joining is permitted. */
public final class JoinWhenOpen {

  private static final Logger LOG = LoggerFactory.getLogger(JoinWhenOpen.class);

  /** Who is turned away three times gives up until joining is opened again. */
  private static final int MAX_ATTEMPTS = 3;

  private final House house;
  private final Air air;
  private final Duration interval;
  private final Map<VirtualDevice, Integer> attempts = new HashMap<>();
  private boolean running;

  public JoinWhenOpen(House house, Air air, Duration interval) {
    this.house = house;
    this.air = air;
    this.interval = interval;
    air.onJoiningChanged(this::begin);
  }

  /** Looks whether joining is open already. */
  public void begin() {
    if (!running && air.openParent().isPresent()) {
      running = true;
      attempts.clear();
      planNext();
    }
  }

  private void planNext() {
    air.scheduler().schedule(this::next, interval.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void next() {
    if (air.openParent().isEmpty()) {
      running = false;
      return;
    }
    house.devices().stream()
        .filter(device -> device.powered() && !device.onNetwork())
        .filter(device -> attempts.getOrDefault(device, 0) < MAX_ATTEMPTS)
        .findFirst()
        .ifPresent(this::join);
    planNext();
  }

  private void join(VirtualDevice device) {
    attempts.merge(device, 1, Integer::sum);
    Joining.Outcome outcome = device.joining().join(Optional.empty());
    LOG.info(
        "{} ({}) tried to join: {}", device.ieeeAddress(), device.description().name(), outcome);
  }
}
