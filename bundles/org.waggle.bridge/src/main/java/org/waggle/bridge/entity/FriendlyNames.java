package org.waggle.bridge.entity;

import java.util.Optional;

/** What a friendly name may be: it is a part of MQTT topics, and of commands with endpoints. */
final class FriendlyNames {

  private FriendlyNames() {}

  /** Why a name may not be, in a sentence for users; empty if it may. */
  static Optional<String> fault(String name) {
    if (name.isEmpty()) {
      return Optional.of("friendly_name must be at least 1 char long");
    }
    if (name.startsWith("/") || name.endsWith("/")) {
      return Optional.of("friendly_name is not allowed to end or start with /");
    }
    if (name.chars().anyMatch(FriendlyNames::isControl)) {
      return Optional.of("friendly_name is not allowed to contain control char");
    }
    if (endsLikeAnEndpoint(name)) {
      return Optional.of("Friendly name cannot end with a \"/DIGIT\" ('" + name + "')");
    }
    if (name.indexOf('#') >= 0 || name.indexOf('+') >= 0) {
      return Optional.of("MQTT wildcard (+ and #) not allowed in friendly_name ('" + name + "')");
    }
    return Optional.empty();
  }

  private static boolean isControl(int c) {
    return c <= 0x1F || (c >= 0x7F && c <= 0x9F) || (c >= 0xFDD0 && c <= 0xFDEF) || c >= 0xFFFE;
  }

  private static boolean endsLikeAnEndpoint(String name) {
    int slash = name.lastIndexOf('/');
    return slash >= 0 && name.substring(slash + 1).chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
