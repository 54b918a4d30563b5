package org.waggle.device.api.access;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a request is sent.
 *
 * @param disableDefaultResponse whether no answer is wanted but an error
 * @param holdKey where a sleeping device may be given the request later: the key that a newer
 *     request replaces it by; empty where later is too late (locks, covers, alarms)
 * @param serverToClient whether the frame goes from server to client, as a response does
 * @param replyTo the sequence number of the command this answers
 */
public record RequestOptions(
    OptionalInt manufacturerCode,
    boolean disableDefaultResponse,
    Optional<Duration> timeout,
    Optional<String> holdKey,
    boolean serverToClient,
    OptionalInt replyTo) {

  public static final RequestOptions DEFAULT =
      new RequestOptions(
          OptionalInt.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          false,
          OptionalInt.empty());

  public RequestOptions withManufacturerCode(int code) {
    return new RequestOptions(
        OptionalInt.of(code), disableDefaultResponse, timeout, holdKey, serverToClient, replyTo);
  }

  public RequestOptions withHoldKey(String key) {
    return new RequestOptions(
        manufacturerCode,
        disableDefaultResponse,
        timeout,
        Optional.of(key),
        serverToClient,
        replyTo);
  }

  public RequestOptions withTimeout(Duration limit) {
    return new RequestOptions(
        manufacturerCode,
        disableDefaultResponse,
        Optional.of(limit),
        holdKey,
        serverToClient,
        replyTo);
  }
}
