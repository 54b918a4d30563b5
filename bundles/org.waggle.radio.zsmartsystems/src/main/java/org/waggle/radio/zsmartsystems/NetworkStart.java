package org.waggle.radio.zsmartsystems;

import com.zsmartsystems.zigbee.ExtendedPanId;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspClearKeyTableRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspClearKeyTableResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspFormNetworkRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspFormNetworkResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspGetNetworkParametersRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspGetNetworkParametersResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspLeaveNetworkRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspLeaveNetworkResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspNetworkInitResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspNetworkStateRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspNetworkStateResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSetConcentratorRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSetConcentratorResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSetInitialSecurityStateRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSetInitialSecurityStateResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSetRadioPowerRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSetRadioPowerResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSetSourceRouteDiscoveryModeRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSetSourceRouteDiscoveryModeResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberConcentratorType;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberInitialSecurityBitmask;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberInitialSecurityState;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberJoinMethod;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberKeyData;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberNetworkParameters;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberNetworkStatus;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EmberStatus;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EzspValueId;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.radio.api.NetworkSettings;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.zsmartsystems.frame.NetworkInitRequest;
import org.waggle.radio.zsmartsystems.frame.Wire;
import org.waggle.zcl.Octets;

/**
 * Forms a network, or takes up the one that the coordinator remembers, the way Zigbee2MQTT does it,
 * so that either can go on with the other's network. For the command thread.
 */
final class NetworkStart {

  private static final int DEFAULT_POWER = 5; // dBm
  private static final int ALL_CHANNELS = 0x07FFF800;
  private static final int RESCHEDULE = 2;
  private static final int SETTLE_ATTEMPTS = 50;
  private static final long SETTLE_MILLIS = 100;

  /** Extended security: joiners know the global link key; leave requests are not obeyed. */
  private static final int[] EXTENDED_SECURITY = {0x10, 0x01};

  private final Ezsp ezsp;
  private final Values values;
  private final StackStatus stackStatus;
  private final OptionalInt transmitPower;
  private final SecureRandom random = new SecureRandom();
  private boolean up;

  NetworkStart(Ezsp ezsp, StackStatus stackStatus, OptionalInt transmitPower) {
    this.ezsp = ezsp;
    this.values = new Values(ezsp);
    this.stackStatus = stackStatus;
    this.transmitPower = transmitPower;
  }

  Optional<NetworkParameters> resume() {
    if (!up && !init()) {
      return Optional.empty();
    }
    return Optional.of(started());
  }

  NetworkParameters form(NetworkSettings settings) {
    if (up || init()) {
      leave();
    }
    secure(settings.networkKey());
    ezsp.call(new EzspClearKeyTableRequest(), EzspClearKeyTableResponse.class);
    CompletableFuture<Void> networkUp = stackStatus.next(EmberStatus.EMBER_NETWORK_UP);
    EzspFormNetworkRequest request = new EzspFormNetworkRequest();
    request.setParameters(emberParameters(settings.parameters()));
    Ezsp.require(
        ezsp.call(request, EzspFormNetworkResponse.class).getStatus(), "Forming a network");
    StackStatus.await(networkUp, "Forming a network");
    up = true;
    values.set(EzspValueId.EZSP_VALUE_STACK_TOKEN_WRITING, 1);
    return started();
  }

  /** Returns whether the coordinator remembers a network, which then is up. */
  private boolean init() {
    CompletableFuture<Void> networkUp = stackStatus.next(EmberStatus.EMBER_NETWORK_UP);
    EmberStatus status =
        ezsp.call(new NetworkInitRequest(), EzspNetworkInitResponse.class).getStatus();
    if (status == EmberStatus.EMBER_NOT_JOINED) {
      return false;
    }
    Ezsp.require(status, "Resuming the network");
    StackStatus.await(networkUp, "Resuming the network");
    up = true;
    return true;
  }

  private void leave() {
    CompletableFuture<Void> networkDown = stackStatus.next(EmberStatus.EMBER_NETWORK_DOWN);
    Ezsp.require(
        ezsp.call(new EzspLeaveNetworkRequest(), EzspLeaveNetworkResponse.class).getStatus(),
        "Leaving the old network");
    StackStatus.await(networkDown, "Leaving the old network");
    up = false;
    settle();
  }

  /** The network is down some time before the coordinator has left it; no event tells when. */
  private void settle() {
    for (int i = 0; i < SETTLE_ATTEMPTS; i++) {
      EmberNetworkStatus status =
          ezsp.call(new EzspNetworkStateRequest(), EzspNetworkStateResponse.class).getStatus();
      if (status == EmberNetworkStatus.EMBER_NO_NETWORK) {
        return;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(SETTLE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RadioException(Reason.CLOSED, "The radio was closed", e);
      }
    }
    throw new RadioException(Reason.REFUSED, "The coordinator does not leave its old network");
  }

  private void secure(Octets networkKey) {
    byte[] trustCenterKey = new byte[16];
    random.nextBytes(trustCenterKey);
    EmberInitialSecurityState state = new EmberInitialSecurityState();
    state.addBitmask(EmberInitialSecurityBitmask.EMBER_TRUST_CENTER_GLOBAL_LINK_KEY);
    state.addBitmask(EmberInitialSecurityBitmask.EMBER_HAVE_PRECONFIGURED_KEY);
    state.addBitmask(EmberInitialSecurityBitmask.EMBER_HAVE_NETWORK_KEY);
    state.addBitmask(EmberInitialSecurityBitmask.EMBER_TRUST_CENTER_USES_HASHED_LINK_KEY);
    state.addBitmask(EmberInitialSecurityBitmask.EMBER_REQUIRE_ENCRYPTED_KEY);
    state.setPreconfiguredKey(key(Octets.of(trustCenterKey)));
    state.setNetworkKey(key(networkKey));
    state.setNetworkKeySequenceNumber(0);
    state.setPreconfiguredTrustCenterEui64(
        new com.zsmartsystems.zigbee.IeeeAddress(Wire.littleEndian(-1L)));
    EzspSetInitialSecurityStateRequest request = new EzspSetInitialSecurityStateRequest();
    request.setState(state);
    Ezsp.require(
        ezsp.call(request, EzspSetInitialSecurityStateResponse.class).getStatus(),
        "Setting the network key");
    values.set(EzspValueId.EZSP_VALUE_EXTENDED_SECURITY_BITMASK, EXTENDED_SECURITY);
  }

  private static EmberKeyData key(Octets octets) {
    EmberKeyData key = new EmberKeyData();
    key.setContents(Wire.values(octets));
    return key;
  }

  private EmberNetworkParameters emberParameters(NetworkParameters parameters) {
    EmberNetworkParameters result = new EmberNetworkParameters();
    result.setExtendedPanId(new ExtendedPanId(Wire.littleEndian(parameters.extendedPanId())));
    result.setPanId(parameters.panId());
    result.setRadioTxPower(transmitPower.orElse(DEFAULT_POWER));
    result.setRadioChannel(parameters.channel());
    result.setJoinMethod(EmberJoinMethod.EMBER_USE_MAC_ASSOCIATION);
    result.setNwkManagerId(0x0000);
    result.setNwkUpdateId(0);
    result.setChannels(ALL_CHANNELS);
    return result;
  }

  /** What every coordinator does once its network is up. */
  private NetworkParameters started() {
    EzspSetConcentratorRequest concentrator = new EzspSetConcentratorRequest();
    concentrator.setEnable(true);
    concentrator.setConcentratorType(EmberConcentratorType.EMBER_HIGH_RAM_CONCENTRATOR);
    concentrator.setMinTime(5); // s
    concentrator.setMaxTime(60); // s
    concentrator.setRouteErrorThreshold(3);
    concentrator.setDeliveryFailureThreshold(1);
    concentrator.setMaxHops(0);
    Ezsp.require(
        ezsp.call(concentrator, EzspSetConcentratorResponse.class).getStatus(),
        "Becoming a concentrator");
    EzspSetSourceRouteDiscoveryModeRequest mode = new EzspSetSourceRouteDiscoveryModeRequest();
    mode.setMode(RESCHEDULE);
    ezsp.call(mode, EzspSetSourceRouteDiscoveryModeResponse.class);

    EzspGetNetworkParametersResponse response =
        ezsp.call(new EzspGetNetworkParametersRequest(), EzspGetNetworkParametersResponse.class);
    Ezsp.require(response.getStatus(), "Reading the network's parameters");
    EmberNetworkParameters parameters = response.getParameters();
    if (transmitPower.isPresent() && transmitPower.getAsInt() != parameters.getRadioTxPower()) {
      EzspSetRadioPowerRequest power = new EzspSetRadioPowerRequest();
      power.setPower(transmitPower.getAsInt());
      Ezsp.require(
          ezsp.call(power, EzspSetRadioPowerResponse.class).getStatus(),
          "Setting the transmit power to " + transmitPower.getAsInt() + " dBm");
    }
    return new NetworkParameters(
        parameters.getPanId(),
        Wire.littleEndian(parameters.getExtendedPanId().getValue()),
        parameters.getRadioChannel());
  }
}
