package org.waggle.bridge.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of a set or get.
 *
 * @param errors why keys failed, by key as it stood in the payload, in the order of execution; keys
 *     that went well are not in it
 */
public record CommandResult(Map<String, String> errors) {

  public CommandResult {
    errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
  }

  public boolean isOk() {
    return errors.isEmpty();
  }
}
