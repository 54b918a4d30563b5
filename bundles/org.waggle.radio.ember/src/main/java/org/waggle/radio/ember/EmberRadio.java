package org.waggle.radio.ember;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.CoordinatorInfo;
import org.waggle.radio.api.InterPanRequest;
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
import org.waggle.radio.ember.ezsp.MessagingCallback.MacFilterMatch;
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
    outbox = new Outbox(ncp);
    statuses = new StackStatuses(ncp);
    networkStart = new NetworkStart(ncp, statuses, settings.transmitPower());
    joining = new Joining(ncp);
    keys = new Keys(ncp);
    multicastTable = new MulticastTable(ncp);
    manufacturerCode = new ManufacturerCode(ncp);
    interPan = new InterPan(ncp, outbox);
    inbox = new Inbox(this.listener, manufacturerCode::adapt);
    startup = new Startup(ncp, manufacturerCode, multicastTable, outbox);
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
    return procedures.run(
        () ->
            networkStart
                .form(network)
                .thenApply(
                    parameters -> {
                      interPan.network(parameters);
                      return parameters;
                    }));
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
      if (opened && reason.reason() != Reason.CLOSED) {
        listener.down(reason);
      }
    }
  }
}
