package org.waggle.zigbee;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.ApsRequest.Destination;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.Direction;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.zdo.MgmtPermitJoiningRequest;
import org.waggle.zcl.zdo.MgmtPermitJoiningResponse;
import org.waggle.zigbee.api.JoinWindow;
import org.waggle.zigbee.api.Subscription;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeException.Reason;

/** Opens the network for devices to join, and closes it. On the event thread only. */
final class Permit {

  private static final Logger LOG = LoggerFactory.getLogger(Permit.class);

  private static final int LONGEST = 254;
  private static final int LISTENING = 0xFFFD;

  private static final int GREEN_POWER_PROFILE = 0xA1E0;
  private static final int GREEN_POWER_CLUSTER = 0x0021;
  private static final int GREEN_POWER_ENDPOINT = 242;
  private static final int COMMISSIONING_MODE = 0x02;

  /** Options of Commissioning Mode: window given, leave by command or first pairing (A.3.3.5.3). */
  private static final int CLOSED = 0x0A;

  private static final int OPEN = 0x01;
  private static final int UNICAST = 0x20;

  private final EventThread thread;
  private final NodeTable nodes;
  private final Requests requests;
  private final RadioLink link;
  private final Listeners listeners;
  private final Sequence greenPowerSequence = new Sequence();

  private IeeeAddress coordinator = IeeeAddress.NONE;
  private volatile @Nullable JoinWindow window;
  private Subscription expiry = () -> {};
  private boolean closing;

  Permit(
      EventThread thread, NodeTable nodes, Requests requests, RadioLink link, Listeners listeners) {
    this.thread = thread;
    this.nodes = nodes;
    this.requests = requests;
    this.link = link;
    this.listeners = listeners;
  }

  Optional<JoinWindow> window() {
    return Optional.ofNullable(window);
  }

  void online(IeeeAddress coordinatorAddress) {
    coordinator = coordinatorAddress;
    if (closing) {
      closing = false;
      close();
    }
  }

  /** The radio went, and what it had opened is closed; routers are told when it is back. */
  void offline() {
    if (window != null) {
      closing = true;
      changed(null);
    }
  }

  CompletionStage<Void> permit(Duration duration, Optional<IeeeAddress> through) {
    long seconds = duration.toSeconds();
    if (seconds < 0 || seconds > LONGEST) {
      return Failures.failed(
          Reason.REFUSED, "Joining can be permitted for " + LONGEST + " s at most");
    }
    if (!link.isUp()) {
      return Failures.failed(Reason.OFFLINE, link.absence());
    }
    int time = (int) seconds;
    if (time == 0) {
      return close();
    }
    return open(time, through)
        .thenRun(() -> changed(new JoinWindow(thread.now().plusSeconds(time), through)));
  }

  /** Closes everything, however it was opened. */
  CompletionStage<Void> close() {
    commission(0, new Destination.Broadcast(LISTENING));
    return permitCoordinator(0)
        .thenCompose(closed -> requests.broadcast(new MgmtPermitJoiningRequest(0, true)))
        .thenRun(() -> changed(null));
  }

  private CompletionStage<Void> open(int time, Optional<IeeeAddress> through) {
    if (through.isEmpty()) {
      return permitCoordinator(time)
          .thenCompose(open -> requests.broadcast(new MgmtPermitJoiningRequest(time, true)))
          .thenRun(() -> commission(time, new Destination.Broadcast(LISTENING)));
    }
    if (through.get().equals(coordinator)) {
      return permitCoordinator(time);
    }
    Node router = nodes.find(through.get());
    return router == null
        ? Failures.failed(Reason.UNKNOWN_NODE, through.get() + " is not on the network")
        : link.with(radio -> radio.admitJoins(Duration.ofSeconds(time)))
            .thenCompose(admitted -> permitRouter(router, time));
  }

  private CompletionStage<Void> permitCoordinator(int time) {
    return link.with(radio -> radio.permitJoin(Duration.ofSeconds(time)));
  }

  private CompletionStage<Void> permitRouter(Node router, int time) {
    return requests
        .ask(router, new MgmtPermitJoiningRequest(time, true))
        .thenAccept(
            answer -> {
              if (answer instanceof MgmtPermitJoiningResponse response
                  && !response.status().isSuccess()) {
                throw new ZigbeeException(Reason.STATUS, router + " answered " + response.status());
              }
              commission(time, new Destination.Unicast(router.networkAddress()));
            });
  }

  /** Lets Green Power devices in too; nobody waits for that. */
  private void commission(int time, Destination destination) {
    int options =
        CLOSED | (time > 0 ? OPEN : 0) | (destination instanceof Destination.Unicast ? UNICAST : 0);
    ZclFrame frame =
        ZclFrame.of(
            OptionalInt.empty(),
            Direction.SERVER_TO_CLIENT,
            true,
            greenPowerSequence.next(),
            new ClusterCommand(COMMISSIONING_MODE, Octets.of(options, time & 0xFF, time >> 8)));
    link.send(
            new ApsRequest(
                destination,
                GREEN_POWER_PROFILE,
                GREEN_POWER_CLUSTER,
                GREEN_POWER_ENDPOINT,
                GREEN_POWER_ENDPOINT,
                frame.encode(),
                false))
        .exceptionally(
            failure -> {
              LOG.debug("Green Power devices are not told: {}", Failures.text(failure));
              return null;
            });
  }

  private void expired() {
    JoinWindow ended = window;
    if (ended != null && ended.through().isPresent() && link.isUp()) {
      // A router closes by itself; the trust center has to be told.
      permitCoordinator(0)
          .exceptionally(
              failure -> {
                LOG.debug("The trust center still admits joins: {}", Failures.text(failure));
                return null;
              });
    }
    changed(null);
  }

  private void changed(@Nullable JoinWindow next) {
    boolean was = window != null;
    expiry.close();
    window = next;
    if (next != null) {
      expiry = thread.schedule(Duration.between(thread.now(), next.end()), this::expired);
      LOG.info("Devices may join until {}", next.end());
    } else if (was) {
      LOG.info("Devices may join no longer");
    }
    listeners.tell(listener -> listener.joinWindowChanged());
  }
}
