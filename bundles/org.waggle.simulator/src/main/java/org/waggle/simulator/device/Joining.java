package org.waggle.simulator.device;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.waggle.simulator.air.Air;
import org.waggle.simulator.air.ApsMessage;
import org.waggle.simulator.air.Coordinator;
import org.waggle.simulator.air.Coordinator.Update;
import org.waggle.simulator.air.Station;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.simulator.zdo.ZdoServer;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** How a device comes and goes. */
public final class Joining {

  /** What came of an attempt to join. */
  public enum Outcome {
    JOINED,
    /** No network, or nobody permits joining. */
    CLOSED,
    /** The trust centre has no key for it. */
    DENIED,
    NO_POWER
  }

  /** From the key to the announcement. */
  private static final long ANNOUNCE_DELAY_MILLIS = 100;

  /** From the answer to leaving. */
  private static final long LEAVE_DELAY_MILLIS = 50;

  private static final int REJOIN_MILLIS = 500;

  private final VirtualDevice device;
  private final Air air;
  private int announcements;

  Joining(VirtualDevice device, Air air) {
    this.device = device;
    this.air = air;
  }

  /**
   * Joins as a device that is new.
   *
   * @param through who has to permit it; empty: anybody
   */
  public Outcome join(Optional<IeeeAddress> through) {
    Coordinator coordinator = air.coordinator().orElse(null);
    Station parent =
        (through.isPresent() ? through.flatMap(air::station) : air.openParent())
            .filter(station -> station.onNetwork() && station.permitsJoining())
            .orElse(null);
    if (!device.powered()) {
      return Outcome.NO_POWER;
    } else if (coordinator == null || parent == null) {
      return Outcome.CLOSED;
    }
    int address = freeAddress();
    int parentAddress = parent.networkAddress();
    IeeeAddress ieee = device.ieeeAddress();
    if (!coordinator.admits(ieee, device.description().linkKey())) {
      coordinator.deviceUpdated(Update.UNSECURED_JOIN, ieee, address, parentAddress, true);
      return Outcome.DENIED;
    }
    device.forget();
    device.membership(new Membership(coordinator.network(), address));
    coordinator.deviceUpdated(Update.UNSECURED_JOIN, ieee, address, parentAddress, false);
    device.joined();
    air.scheduler().schedule(this::announce, ANNOUNCE_DELAY_MILLIS, TimeUnit.MILLISECONDS);
    return Outcome.JOINED;
  }

  /** Comes back with the key it has; {@code secured}: it also has the right frame counter. */
  public Outcome rejoin(boolean secured) {
    Coordinator coordinator = air.coordinator().orElse(null);
    if (!device.powered()) {
      return Outcome.NO_POWER;
    } else if (coordinator == null || !device.onNetwork()) {
      return Outcome.CLOSED;
    }
    Update update = secured ? Update.SECURED_REJOIN : Update.UNSECURED_REJOIN;
    coordinator.deviceUpdated(
        update, device.ieeeAddress(), device.networkAddress(), Coordinator.ADDRESS, false);
    device.joined();
    announce();
    return Outcome.JOINED;
  }

  /** Tells everybody that it is there. */
  public void announce() {
    announcements = announcements + 1 & 0xFF;
    Octets payload =
        new WireWriter()
            .u8(announcements)
            .u16(device.networkAddress())
            .ieee(device.ieeeAddress())
            .u8(device.description().node().macCapabilities())
            .toOctets();
    if (device.onNetwork()) {
      device
          .antenna()
          .broadcast(
              0xFFFD,
              new Antenna.Route(ApsMessage.ZDO_PROFILE, ZdoServer.DEVICE_ANNOUNCE, 0, 0),
              payload);
    }
  }

  /** Leaves at once. */
  public void leave() {
    if (device.onNetwork()) {
      int address = device.networkAddress();
      IeeeAddress ieee = device.ieeeAddress();
      air.coordinator()
          .ifPresent(
              coordinator ->
                  coordinator.deviceUpdated(
                      Update.LEFT, ieee, address, Coordinator.ADDRESS, false));
    }
    device.forget();
    device.membership(null);
  }

  /** Leaves after its answer is out. */
  void leaveSoon(boolean rejoin) {
    Runnable next =
        rejoin
            ? () ->
                air.scheduler().schedule(() -> rejoin(true), REJOIN_MILLIS, TimeUnit.MILLISECONDS)
            : this::leave;
    air.scheduler().schedule(next, LEAVE_DELAY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private int freeAddress() {
    int address = device.description().fixedNetworkAddress();
    while (address == Station.NO_ADDRESS || isTaken(address)) {
      address = ThreadLocalRandom.current().nextInt(1, 0xFFF0);
    }
    return address;
  }

  private boolean isTaken(int address) {
    return air.station(address).filter(station -> station != device).isPresent();
  }
}
