package org.waggle.radio.ember;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.radio.api.NetworkSettings;
import org.waggle.radio.ember.ezsp.ConfigurationFrames.SetValue;
import org.waggle.radio.ember.ezsp.EmberKey;
import org.waggle.radio.ember.ezsp.EmberNetworkParameters;
import org.waggle.radio.ember.ezsp.EzspCommand;
import org.waggle.radio.ember.ezsp.EzspStatus;
import org.waggle.radio.ember.ezsp.EzspStatus.Meaning;
import org.waggle.radio.ember.ezsp.EzspValueId;
import org.waggle.radio.ember.ezsp.NetworkingFrames.FormNetwork;
import org.waggle.radio.ember.ezsp.NetworkingFrames.GetNetworkParameters;
import org.waggle.radio.ember.ezsp.NetworkingFrames.LeaveNetwork;
import org.waggle.radio.ember.ezsp.NetworkingFrames.NetworkInit;
import org.waggle.radio.ember.ezsp.NetworkingFrames.SetConcentrator;
import org.waggle.radio.ember.ezsp.NetworkingFrames.SetRadioPower;
import org.waggle.radio.ember.ezsp.SecurityFrames.ClearKeyTable;
import org.waggle.radio.ember.ezsp.SecurityFrames.SetInitialSecurityState;
import org.waggle.radio.ember.ezsp.TopologyFrames.SetSourceRouteDiscoveryMode;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/**
 * Forms a network, or takes up the one that the coordinator remembers, the way Zigbee2MQTT does it,
 * so that either can go on with the other's network.
 */
final class NetworkStart {

  private static final int DEFAULT_POWER = 5; // dBm
  private static final int BY_ASSOCIATION = 0;
  private static final int COORDINATOR = 0x0000;
  private static final int RESCHEDULE = 2;
  private static final IeeeAddress UNKNOWN = new IeeeAddress(-1);

  private static final int SECURITY =
      SetInitialSecurityState.TRUST_CENTER_GLOBAL_LINK_KEY
          | SetInitialSecurityState.HAVE_PRECONFIGURED_KEY
          | SetInitialSecurityState.HAVE_NETWORK_KEY
          | SetInitialSecurityState.REQUIRE_ENCRYPTED_KEY;

  private static final int EXTENDED_SECURITY =
      EzspValueId.JOINER_GLOBAL_LINK_KEY | EzspValueId.NWK_LEAVE_REQUEST_NOT_ALLOWED;

  private final Ncp ncp;
  private final StackStatuses statuses;
  private final OptionalInt transmitPower;
  private final SecureRandom random = new SecureRandom();
  private boolean up;

  NetworkStart(Ncp ncp, StackStatuses statuses, OptionalInt transmitPower) {
    this.ncp = ncp;
    this.statuses = statuses;
    this.transmitPower = transmitPower;
  }

  /** The coordinator was reset: its network, if any, is down. */
  void begin() {
    up = false;
  }

  CompletableFuture<Optional<NetworkParameters>> resume() {
    return init()
        .thenCompose(
            present ->
                present
                    ? started().thenApply(Optional::of)
                    : CompletableFuture.completedFuture(Optional.empty()));
  }

  CompletableFuture<NetworkParameters> form(NetworkSettings settings) {
    byte[] seed = new byte[EmberKey.SIZE];
    random.nextBytes(seed);
    return leave()
        .thenCompose(
            left ->
                secure(
                    SECURITY | SetInitialSecurityState.TRUST_CENTER_USES_HASHED_LINK_KEY,
                    Octets.of(seed),
                    settings.networkKey(),
                    0))
        .thenCompose(secured -> ncp.require(new ClearKeyTable(), "Clearing the key table"))
        .thenCompose(cleared -> form(settings.parameters(), 0));
  }

  /** Takes up a network that others are on, with the counters and keys that were set before. */
  CompletableFuture<NetworkParameters> takeUp(
      NetworkParameters parameters,
      int updateId,
      boolean hashedLinkKeys,
      Octets linkKey,
      Octets networkKey,
      int sequence) {
    int hashed = hashedLinkKeys ? SetInitialSecurityState.TRUST_CENTER_USES_HASHED_LINK_KEY : 0;
    int bitmask = SECURITY | SetInitialSecurityState.NO_FRAME_COUNTER_RESET | hashed;
    return secure(bitmask, linkKey, networkKey, sequence)
        .thenCompose(secured -> form(parameters, updateId));
  }

  private CompletableFuture<NetworkParameters> form(NetworkParameters parameters, int updateId) {
    String what = "Forming a network";
    return bringing(
            Meaning.NETWORK_UP, new FormNetwork(emberParameters(parameters, updateId)), what)
        .thenCompose(
            arrived -> {
              up = true;
              return ncp.attempt(
                  new SetValue(EzspValueId.STACK_TOKEN_WRITING, Octets.of(1)),
                  "Starting to write to the memory");
            })
        .thenCompose(writing -> started());
  }

  /** Answers whether the coordinator remembers a network, which then is up. */
  private CompletableFuture<Boolean> init() {
    if (up) {
      return CompletableFuture.completedFuture(true);
    }
    String what = "Resuming the network";
    CompletableFuture<Void> networkUp = statuses.next(Meaning.NETWORK_UP, what);
    return ncp.call(
            new NetworkInit(
                NetworkInit.PARENT_INFO_IN_TOKEN | NetworkInit.END_DEVICE_REJOIN_ON_REBOOT))
        .thenCompose(
            status -> {
              if (status.is(Meaning.NOT_JOINED)) {
                networkUp.cancel(false);
                return CompletableFuture.completedFuture(false);
              }
              if (!status.isOk()) {
                networkUp.cancel(false);
              }
              Ncp.require(status, what);
              return networkUp.thenApply(
                  arrived -> {
                    up = true;
                    return true;
                  });
            });
  }

  /** Leaves the network that the coordinator is on or remembers, if any. */
  CompletableFuture<Void> leave() {
    return init()
        .thenCompose(
            present -> {
              if (!present) {
                return CompletableFuture.completedFuture(null);
              }
              return bringing(Meaning.NETWORK_DOWN, new LeaveNetwork(), "Leaving the old network")
                  .thenAccept(arrived -> up = false)
                  .thenCompose(arrived -> new Settling(ncp).settled());
            });
  }

  /** A command that is obeyed only when the stack says so. */
  private CompletableFuture<Void> bringing(
      Meaning status, EzspCommand<EzspStatus> command, String what) {
    CompletableFuture<Void> arrived = statuses.next(status, what);
    CompletableFuture<Void> accepted = ncp.require(command, what);
    accepted.exceptionally(
        failure -> {
          arrived.cancel(false);
          return null;
        });
    return accepted.thenCompose(done -> arrived);
  }

  private CompletableFuture<Void> secure(
      int bitmask, Octets linkKey, Octets networkKey, int sequence) {
    return ncp.require(
            new SetInitialSecurityState(
                bitmask, new EmberKey(linkKey), new EmberKey(networkKey), sequence, UNKNOWN),
            "Setting the network key")
        .thenCompose(
            done ->
                ncp.attempt(
                    new SetValue(
                        EzspValueId.EXTENDED_SECURITY_BITMASK,
                        Octets.of(EXTENDED_SECURITY, EXTENDED_SECURITY >> 8)),
                    "Setting extended security"))
        .thenApply(obeyed -> null);
  }

  private EmberNetworkParameters emberParameters(NetworkParameters parameters, int updateId) {
    return new EmberNetworkParameters(
        parameters.extendedPanId(),
        parameters.panId(),
        transmitPower.orElse(DEFAULT_POWER),
        parameters.channel(),
        BY_ASSOCIATION,
        COORDINATOR,
        updateId,
        EmberNetworkParameters.ALL_CHANNELS);
  }

  /** What every coordinator does once its network is up. */
  private CompletableFuture<NetworkParameters> started() {
    return ncp.require(
            new SetConcentrator(true, SetConcentrator.HIGH_RAM, 5, 60, 3, 1, 0),
            "Becoming a concentrator")
        .thenCompose(done -> ncp.call(new SetSourceRouteDiscoveryMode(RESCHEDULE)))
        .thenCompose(remaining -> parameters())
        .thenCompose(
            parameters -> power(parameters).thenApply(done -> networkParameters(parameters)));
  }

  /** Those of the network that is up. */
  CompletableFuture<EmberNetworkParameters> parameters() {
    return ncp.call(new GetNetworkParameters())
        .thenApply(
            answer -> {
              Ncp.require(answer.status(), "Reading the network's parameters");
              return answer.parameters();
            });
  }

  static NetworkParameters networkParameters(EmberNetworkParameters parameters) {
    return new NetworkParameters(
        parameters.panId(), parameters.extendedPanId(), parameters.radioChannel());
  }

  private CompletableFuture<Void> power(EmberNetworkParameters parameters) {
    if (transmitPower.isEmpty() || transmitPower.getAsInt() == parameters.radioTxPower()) {
      return CompletableFuture.completedFuture(null);
    }
    return setPower(transmitPower.getAsInt());
  }

  CompletableFuture<Void> setPower(int power) {
    return ncp.require(new SetRadioPower(power), "Setting the transmit power to " + power + " dBm");
  }
}
