package org.waggle.radio.zsmartsystems;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspGetConfigurationValueRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspGetConfigurationValueResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspInvalidCommandResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspMessageSentHandler;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspNetworkStateRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspNetworkStateResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspStackStatusHandler;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberStatus;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EzspConfigId;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EzspStatus;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EzspValueId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
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
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.radio.zsmartsystems.frame.Wire;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/**
 * A coordinator with EmberZNet firmware.
 *
 * <p>Three kinds of threads: callers only enqueue; one command thread of this radio's own runs EZSP
 * commands, which block; the library's threads bring what comes in, which is handed on from there.
 */
final class EmberRadio implements ZigbeeRadio, EmberDongle.Listener {

  private static final Logger LOG = LoggerFactory.getLogger(EmberRadio.class);

  /** Of firmware that does not tell. */
  private static final int SMALLEST_UNICAST_ROOM = 10;

  private final RadioSettings settings;
  private final AshPort port;
  private final Duration silence;
  private final EmberDongle dongle;
  private final CommandThread commands;
  private final ListenerGuard listener;
  private final Inbox inbox;
  private final Outbox outbox;
  private final Ezsp ezsp;
  private final StackStatus stackStatus = new StackStatus();
  private final NetworkStart networkStart;
  private final Joining joining;
  private final MulticastTable multicastTable;
  private final ManufacturerCode manufacturerCode;
  private final InterPan interPan;
  private volatile boolean opened;
  private volatile boolean heard;

  /**
   * @param silence how long a coordinator may say nothing before it is asked whether it is there
   */
  EmberRadio(RadioSettings settings, RadioListener listener, AshPort port, Duration silence) {
    this.settings = settings;
    this.port = port;
    this.silence = silence;
    this.listener = new ListenerGuard(listener);
    commands = new CommandThread("waggle-radio " + port.name());
    dongle = new EmberDongle(port, this);
    ezsp = new Ezsp(dongle::handler, this::down);
    outbox = new Outbox(new ApsSender(ezsp), commands.executor());
    interPan = new InterPan(ezsp, outbox);
    networkStart = new NetworkStart(ezsp, stackStatus, settings.transmitPower());
    joining = new Joining(ezsp);
    multicastTable = new MulticastTable(ezsp);
    manufacturerCode = new ManufacturerCode(ezsp);
    inbox = new Inbox(this.listener, interPan::channel, this::adapt);
  }

  private void adapt(IeeeAddress device) {
    run(() -> manufacturerCode.adapt(device));
  }

  @Override
  public CompletionStage<CoordinatorInfo> open() {
    return commands.submit(this::start);
  }

  private CoordinatorInfo start() {
    port.onLost(this::down);
    dongle.start();
    Values values = new Values(ezsp);
    Firmware firmware = Firmware.read(values);
    values.set(EzspValueId.EZSP_VALUE_TRANSIENT_DEVICE_TIMEOUT, 0x10, 0x27); // 10,000 ms
    manufacturerCode.reset();
    // Keeps firmware from holding broadcasts back where there is unusual interference.
    values.set(EzspValueId.EZSP_VALUE_CCA_THRESHOLD, 0);
    Endpoints.add(ezsp);
    multicastTable.fill();
    outbox.room(unicastRoom());
    IeeeAddress self = new IeeeAddress(Wire.littleEndian(dongle.getIeeeAddress().getValue()));
    interPan.self(self);
    commands.every(silence, this::askIfSilent);
    opened = true;
    LOG.info("{} EmberZNet {} on {}", self, firmware.meta().get("revision"), settings.port());
    return new CoordinatorInfo(self, Firmware.FAMILY, firmware.meta());
  }

  private int unicastRoom() {
    EzspGetConfigurationValueRequest request = new EzspGetConfigurationValueRequest();
    request.setConfigId(EzspConfigId.EZSP_CONFIG_APS_UNICAST_MESSAGE_COUNT);
    EzspGetConfigurationValueResponse response =
        ezsp.call(request, EzspGetConfigurationValueResponse.class);
    boolean known = response.getStatus() == EzspStatus.EZSP_SUCCESS && response.getValue() > 0;
    return known ? response.getValue() : SMALLEST_UNICAST_ROOM;
  }

  /** The answer does not matter; without one the library ends the link. */
  private void askIfSilent() {
    if (!heard) {
      ezsp.call(new EzspNetworkStateRequest(), EzspNetworkStateResponse.class);
    }
    heard = false;
  }

  @Override
  public CompletionStage<Optional<NetworkParameters>> resume() {
    return commands.submit(
        () -> {
          Optional<NetworkParameters> parameters = networkStart.resume();
          parameters.ifPresent(interPan::network);
          return parameters;
        });
  }

  @Override
  public CompletionStage<NetworkParameters> form(NetworkSettings network) {
    return commands.submit(
        () -> {
          NetworkParameters parameters = networkStart.form(network);
          interPan.network(parameters);
          return parameters;
        });
  }

  @Override
  public CompletionStage<Octets> networkKey() {
    return commands.submit(joining::networkKey);
  }

  @Override
  public CompletionStage<Void> permitJoin(Duration duration) {
    return run(() -> joining.permit(duration));
  }

  @Override
  public CompletionStage<Void> admitJoins(Duration duration) {
    return run(() -> joining.admit(duration));
  }

  @Override
  public CompletionStage<Void> addInstallCodeKey(IeeeAddress device, Octets key) {
    return run(() -> joining.importKey(device, key));
  }

  @Override
  public CompletionStage<Void> send(ApsRequest request) {
    return outbox.send(request);
  }

  @Override
  public CompletionStage<Void> joinGroup(int groupId, int endpoint) {
    return run(() -> multicastTable.join(groupId, endpoint));
  }

  @Override
  public CompletionStage<Void> sendInterPan(InterPanRequest request) {
    return run(() -> interPan.send(request));
  }

  @Override
  public CompletionStage<Void> endInterPan() {
    return run(interPan::end);
  }

  private CompletionStage<Void> run(Runnable command) {
    return commands.submit(
        () -> {
          command.run();
          return null;
        });
  }

  @Override
  public void frame(EzspFrameResponse frame) {
    heard = true;
    if (frame instanceof EzspMessageSentHandler report) {
      outbox.sent(report);
    } else if (frame instanceof EzspStackStatusHandler status) {
      stackStatus(status.getStatus());
    } else if (frame instanceof EzspInvalidCommandResponse refusal) {
      ezsp.refused(refusal.getSequenceNumber());
    } else {
      inbox.frame(frame);
    }
  }

  private void stackStatus(EmberStatus status) {
    LOG.debug("Stack status of {}: {}", port.name(), status);
    boolean expected = stackStatus.arrived(status);
    if (status == EmberStatus.EMBER_NETWORK_DOWN && !expected) {
      LOG.warn("The coordinator on {} left its network of its own accord", port.name());
    }
    if (status == EmberStatus.EMBER_NETWORK_CLOSED) {
      run(manufacturerCode::reset);
    }
  }

  @Override
  public void linkEnded() {
    down(
        new RadioException(
            Reason.LINK_LOST, "The coordinator on " + port.name() + " failed or was reset"));
  }

  private void down(RadioException reason) {
    end(reason);
    if (opened) {
      // The caller may hold the library's locks, which a listener that closes the radio needs.
      Thread thread = new Thread(() -> listener.down(reason), "waggle-radio down");
      thread.setDaemon(true);
      thread.start();
    }
  }

  /** Fails everything that is asked for or will be. */
  private void end(RadioException reason) {
    commands.fail(reason);
    outbox.ended(reason);
    ezsp.ended(reason);
    stackStatus.ended(reason);
  }

  @Override
  public void close() {
    RadioException reason = new RadioException(Reason.CLOSED, "The radio was closed");
    listener.end();
    end(reason);
    port.close(); // before the library waits for its thread that reads from it
    dongle.shutdown();
    if (commands.close(reason)) {
      dongle.shutdown(); // of what a start that was under way made in the meantime
    }
  }
}
