package org.waggle.radio.ember;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.CoordinatorInfo;
import org.waggle.radio.api.GreenPowerRequest;
import org.waggle.radio.api.InterPanRequest;
import org.waggle.radio.api.NetworkBackup;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.radio.api.NetworkSettings;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioListener;
import org.waggle.radio.api.RadioPort;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.radio.ember.ezsp.EzspCallback;
import org.waggle.radio.ember.ezsp.EzspStatus;
import org.waggle.radio.ember.ezsp.EzspStatus.Meaning;
import org.waggle.radio.ember.ezsp.GpepIncomingMessage;
import org.waggle.radio.ember.ezsp.IncomingMessage;
import org.waggle.radio.ember.ezsp.MessageSent;
import org.waggle.radio.ember.ezsp.MessagingCallback.IdConflict;
import org.waggle.radio.ember.ezsp.MessagingCallback.IncomingNetworkStatus;
import org.waggle.radio.ember.ezsp.MessagingCallback.IncomingRouteError;
import org.waggle.radio.ember.ezsp.MessagingCallback.IncomingRouteRecord;
import org.waggle.radio.ember.ezsp.MessagingCallback.MacFilterMatch;
import org.waggle.radio.ember.ezsp.NetworkingCallback.EnergyScanResult;
import org.waggle.radio.ember.ezsp.NetworkingCallback.ScanComplete;
import org.waggle.radio.ember.ezsp.NetworkingCallback.StackStatus;
import org.waggle.radio.ember.ezsp.SecurityCallback.TrustCenterJoin;
import org.waggle.radio.ember.link.LinkSettings;
import org.waggle.radio.ember.link.NcpLink;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** A coordinator with EmberZNet firmware. All of its work is done in turns of its link. */
final class EmberRadio implements ZigbeeRadio {

  private static final Logger LOG = LoggerFactory.getLogger(EmberRadio.class);

  private final String name;
  private final NcpLink link;
  private final Procedures procedures;
  private final ListenerGuard listener;
  private final Inbox inbox;
  private final Outbox outbox;
  private final StackStatuses statuses;
  private final Startup startup;
  private final NetworkStart networkStart;
  private final Joining joining;
  private final Keys keys;
  private final MulticastTable multicastTable;
  private final ManufacturerCode manufacturerCode;
  private final InterPan interPan;
  private final SourceRoutes routes;
  private final GreenPower greenPower;
  private final EnergyScan energyScan;
  private final Channels channels;
  private final Counters counters;
  private final Backups backups;
  private boolean asked;
  private boolean opened;

  /**
   * @param opener opens the port; may block
   */
  EmberRadio(
      RadioSettings settings,
      RadioListener listener,
      LinkSettings linkSettings,
      Supplier<RadioPort> opener) {
    name = settings.port();
    link = new NcpLink(name, linkSettings, opener, new LinkEvents());
    procedures = new Procedures(link);
    this.listener = new ListenerGuard(listener);
    Ncp ncp = new Ncp(link);
    routes = new SourceRoutes(ncp);
    outbox = new Outbox(ncp, routes);
    statuses = new StackStatuses(ncp);
    networkStart = new NetworkStart(ncp, statuses, settings.transmitPower());
    joining = new Joining(ncp);
    keys = new Keys(ncp);
    multicastTable = new MulticastTable(ncp);
    manufacturerCode = new ManufacturerCode(ncp);
    interPan = new InterPan(ncp, outbox);
    inbox = new Inbox(this.listener, manufacturerCode::adapt);
    startup = new Startup(ncp, manufacturerCode, multicastTable, routes, outbox);
    greenPower = new GreenPower(ncp);
    energyScan = new EnergyScan(ncp);
    channels = new Channels(ncp, networkStart);
    counters = new Counters(ncp);
    backups = new Backups(ncp, networkStart, keys, new OwnAddress(ncp, this::restart));
  }

  private CompletableFuture<Void> restart() {
    networkStart.begin();
    outbox.forgetTaken();
    return link.reset()
        .thenCompose(version -> startup.run())
        .thenAccept(info -> interPan.self(info.ieeeAddress()));
  }

  @Override
  public CompletionStage<CoordinatorInfo> open() {
    return procedures.run(
        () -> {
          if (asked) {
            return Stages.failed(Reason.REFUSED, "A radio is opened once");
          }
          asked = true;
          return link.open()
              .thenCompose(version -> startup.run())
              .thenApply(
                  info -> {
                    opened = true;
                    interPan.self(info.ieeeAddress());
                    LOG.info(
                        "{} EmberZNet {} on {}",
                        info.ieeeAddress(),
                        info.meta().get("revision"),
                        name);
                    return info;
                  });
        });
  }

  @Override
  public CompletionStage<Optional<NetworkParameters>> resume() {
    return procedures.run(
        () ->
            networkStart
                .resume()
                .thenApply(
                    parameters -> {
                      parameters.ifPresent(interPan::network);
                      return parameters;
                    }));
  }

  @Override
  public CompletionStage<NetworkParameters> form(NetworkSettings network) {
    return procedures.run(() -> networkStart.form(network).whenComplete(this::present));
  }

  private void present(@Nullable NetworkParameters parameters, @Nullable Throwable failure) {
    if (parameters != null) {
      interPan.network(parameters);
    }
  }

  @Override
  public CompletionStage<Octets> networkKey() {
    return procedures.run(() -> keys.networkKey().thenApply(Keys.NetworkKey::key));
  }

  @Override
  public CompletionStage<Void> permitJoin(Duration duration) {
    return procedures.run(() -> joining.permit(duration));
  }

  @Override
  public CompletionStage<Void> admitJoins(Duration duration) {
    return procedures.run(() -> joining.admit(duration));
  }

  @Override
  public CompletionStage<Void> addInstallCodeKey(IeeeAddress device, Octets key) {
    return procedures.run(() -> joining.importKey(device, key));
  }

  @Override
  public CompletionStage<Void> send(ApsRequest request) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    link.execute(() -> outbox.send(request, done));
    return done;
  }

  @Override
  public CompletionStage<Void> joinGroup(int groupId, int endpoint) {
    return procedures.run(() -> multicastTable.join(groupId, endpoint));
  }

  @Override
  public CompletionStage<Void> sendInterPan(InterPanRequest request) {
    return procedures.run(() -> interPan.send(request));
  }

  @Override
  public CompletionStage<Void> endInterPan() {
    return procedures.run(interPan::end);
  }

  @Override
  public CompletionStage<Void> sendGreenPower(GreenPowerRequest request) {
    return procedures.run(() -> greenPower.send(request));
  }

  @Override
  public CompletionStage<NetworkBackup> backup() {
    return procedures.run(backups::read);
  }

  @Override
  public CompletionStage<NetworkParameters> restore(NetworkBackup backup) {
    return procedures.run(() -> backups.restore(backup).whenComplete(this::present));
  }

  @Override
  public CompletionStage<Map<Integer, Integer>> energyScan(Set<Integer> channels) {
    return procedures.run(() -> energyScan.run(channels));
  }

  @Override
  public CompletionStage<Void> changeChannel(int channel) {
    return procedures.run(
        () -> channels.change(channel).whenComplete(this::present).thenApply(changed -> null));
  }

  @Override
  public CompletionStage<Void> setTransmitPower(int power) {
    return procedures.run(() -> networkStart.setPower(power));
  }

  @Override
  public CompletionStage<Map<String, Long>> counters() {
    return procedures.run(
        () ->
            counters
                .read()
                .thenApply(
                    counted -> {
                      Map<String, Long> all = new LinkedHashMap<>(counted);
                      all.putAll(link.counters());
                      return Collections.unmodifiableMap(all);
                    }));
  }

  @Override
  public void close() {
    listener.end();
    link.close();
  }

  /** What comes from the coordinator, the most frequent first. */
  private final class LinkEvents implements NcpLink.Listener {

    @Override
    public void callback(EzspCallback callback) {
      if (callback instanceof IncomingMessage message) {
        inbox.received(message);
      } else if (callback instanceof MessageSent report) {
        outbox.sent(report);
      } else if (callback instanceof TrustCenterJoin join) {
        inbox.joined(join);
      } else if (callback instanceof GpepIncomingMessage message) {
        inbox.received(message);
      } else if (callback instanceof MacFilterMatch match) {
        int channel = interPan.channel();
        int lqi = match.packetInfo().lastHopLqi();
        listener.tell(to -> to.interPanReceived(match.message(), channel, lqi));
      } else if (callback instanceof StackStatus changed) {
        stackStatus(changed.status());
      } else if (callback instanceof EnergyScanResult result) {
        energyScan.result(result);
      } else if (callback instanceof ScanComplete complete) {
        energyScan.complete(complete);
      } else if (callback instanceof IncomingRouteRecord route) {
        routes.record(route);
      } else if (callback instanceof IncomingRouteError error) {
        LOG.debug("Route to 0x{}: {}", hex(error.target()), error.status());
        routes.failed(error.target());
      } else if (callback instanceof IdConflict conflict) {
        LOG.warn("Two devices have the network address 0x{}", hex(conflict.nodeId()));
      } else if (callback instanceof IncomingNetworkStatus status) {
        LOG.debug("Network status {} of 0x{}", status.errorCode(), hex(status.target()));
      } else {
        LOG.debug("Callback {}", callback.getClass().getSimpleName());
      }
    }

    private static String hex(int address) {
      return "%04X".formatted(address);
    }

    private void stackStatus(EzspStatus status) {
      LOG.debug("Stack status of {}: {}", name, status);
      boolean expected = statuses.arrived(status.meaning());
      if (status.is(Meaning.NETWORK_DOWN) && !expected) {
        LOG.warn("The coordinator on {} left its network of its own accord", name);
      }
      if (status.is(Meaning.NETWORK_CLOSED)) {
        manufacturerCode.reset();
      }
    }

    @Override
    public void ended(RadioException reason) {
      outbox.ended(reason);
      statuses.ended(reason);
      energyScan.ended(reason);
      if (opened && reason.reason() != Reason.CLOSED) {
        listener.down(reason);
      }
    }
  }
}
