package org.waggle.bridge.command;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.waggle.bridge.device.FoundEncoder;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.device.api.access.Target;

/** Whom a command is for: a device or a group. */
interface Receiver {

  EntityKey entity();

  /** Takes the endpoint out of a key, or out of the topic where the key names none. */
  AddressedKey address(String key);

  /** Finds what sets or gets a key, and what it is to be sent to. */
  CompletionStage<Optional<Route>> route(AddressedKey key);

  /**
   * A key of a message without its endpoint.
   *
   * @param original as it stood in the message
   * @param endpointName that goes into properties, if one is meant
   * @param targetId endpoint or group: what serves several keys is asked once for each
   */
  record AddressedKey(String original, String key, Optional<String> endpointName, int targetId) {}

  /** Who sets or gets a key, and where. */
  record Route(FoundEncoder encoder, Target target) {}
}
