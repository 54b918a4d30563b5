package org.waggle.radio.ember;

import java.util.concurrent.CompletableFuture;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.ember.ezsp.NetworkingFrames.SetLogicalAndRadioChannel;
import org.waggle.radio.ember.ezsp.NetworkingFrames.SetRadioChannel;

/** The channel that the network is on. */
final class Channels {

  private static final int FIRST = 11;
  private static final int LAST = 26;

  private final Ncp ncp;
  private final NetworkStart network;

  Channels(Ncp ncp, NetworkStart network) {
    this.ncp = ncp;
    this.network = network;
  }

  /** The bit of a channel in channel masks. */
  static long mask(int channel) {
    if (channel < FIRST || channel > LAST) {
      throw new RadioException(
          Reason.REFUSED, "Channel %d is not in %d..%d".formatted(channel, FIRST, LAST));
    }
    return 1L << channel;
  }

  /** Moves the coordinator, and answers with where its network is then. */
  CompletableFuture<NetworkParameters> change(int channel) {
    mask(channel);
    String what = "Changing to channel " + channel;
    return ncp.attempt(new SetRadioChannel(channel), what)
        .thenCompose(obeyed -> network.parameters())
        .thenCompose(
            parameters ->
                parameters.radioChannel() == channel
                    ? CompletableFuture.completedFuture(parameters)
                    : ncp.require(new SetLogicalAndRadioChannel(channel), what)
                        .thenCompose(obeyed -> network.parameters()))
        .thenApply(
            parameters -> {
              if (parameters.radioChannel() != channel) {
                throw new RadioException(
                    Reason.REFUSED, what + " left it on " + parameters.radioChannel());
              }
              return NetworkStart.networkParameters(parameters);
            });
  }
}
