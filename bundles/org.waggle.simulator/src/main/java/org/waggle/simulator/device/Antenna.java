package org.waggle.simulator.device;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.waggle.simulator.air.Air;
import org.waggle.simulator.air.ApsMessage;
import org.waggle.simulator.air.Coordinator;
import org.waggle.simulator.air.Station;
import org.waggle.zcl.Octets;

/** How a device sends and hears. */
public final class Antenna {

  /** Where a frame comes from and goes to within two devices. */
  public record Route(int profile, int cluster, int sourceEndpoint, int destinationEndpoint) {}

  private final Air air;
  private final IntSupplier networkAddress;
  private final FrameLog log;
  private final Consumer<ApsMessage> receiver;
  private final @Nullable Sleep sleep;
  private int lqi;
  private int counter;
  private int sequence;

  Antenna(
      Air air,
      DeviceDescription description,
      IntSupplier networkAddress,
      Consumer<ApsMessage> receiver) {
    this.air = air;
    this.networkAddress = networkAddress;
    this.receiver = receiver;
    this.lqi = description.lqi();
    this.log = new FrameLog(description.ieeeAddress());
    this.sleep =
        description.node().listensWhenIdle()
            ? null
            : new Sleep(
                air.scheduler(),
                description.sleep(),
                this::persistence,
                this::polled,
                this::receive);
  }

  private Duration persistence() {
    return air.coordinator().map(Coordinator::indirectTimeout).orElse(Sleep.PERSISTENCE);
  }

  private void polled(boolean transmitExpected) {
    int address = networkAddress.getAsInt();
    if (address != Station.NO_ADDRESS) {
      air.coordinator().ifPresent(parent -> parent.polled(address, transmitExpected));
    }
  }

  public FrameLog log() {
    return log;
  }

  public int lqi() {
    return lqi;
  }

  public void lqi(int next) {
    lqi = next;
  }

  /** The transaction sequence number of a frame that the device begins. */
  public int nextSequence() {
    sequence = sequence + 1 & 0xFF;
    return sequence;
  }

  public void unicast(int destination, Route route, Octets payload) {
    unicast(destination, route, payload, delivered -> {});
  }

  public void unicast(int destination, Route route, Octets payload, Consumer<Boolean> delivered) {
    air.unicast(message(ApsMessage.Cast.UNICAST, destination, route, payload), delivered);
    sent();
  }

  public void multicast(int group, Route route, Octets payload) {
    air.spread(message(ApsMessage.Cast.MULTICAST, group, route, payload));
    sent();
  }

  public void broadcast(int destination, Route route, Octets payload) {
    air.spread(message(ApsMessage.Cast.BROADCAST, destination, route, payload));
    sent();
  }

  /** A frame as this device would send it, with its next APS counter. */
  public ApsMessage message(ApsMessage.Cast cast, int destination, Route route, Octets payload) {
    counter = counter + 1 & 0xFF;
    return new ApsMessage(
        networkAddress.getAsInt(),
        cast,
        destination,
        route.profile(),
        route.cluster(),
        route.sourceEndpoint(),
        route.destinationEndpoint(),
        counter,
        lqi,
        payload);
  }

  void hear(ApsMessage message, Consumer<Boolean> delivered) {
    if (sleep == null) {
      delivered.accept(true);
      receive(message);
    } else {
      sleep.hear(message, delivered);
    }
  }

  void joined() {
    if (sleep != null) {
      sleep.joined();
    }
  }

  /** Listens for a while, as if a button had been pressed. */
  public void stayAwake(Duration duration) {
    if (sleep != null) {
      sleep.stayAwake(duration);
    }
  }

  void close() {
    if (sleep != null) {
      sleep.close();
    }
  }

  private void sent() {
    if (sleep != null) {
      sleep.sent();
    }
  }

  private void receive(ApsMessage message) {
    log.add(new ReceivedFrame(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()), message));
    receiver.accept(message);
  }
}
