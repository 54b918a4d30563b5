package org.waggle.bridge.device;

import java.util.Comparator;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.DeviceDefinition.Source;
import org.waggle.device.api.DeviceMatch;

/** A definition that a catalog has for a device. */
record Candidate(DeviceMatch match, Catalog catalog) {

  /** The last is the best: the user's own, then the more specific, then the higher ranked. */
  static final Comparator<Candidate> PRECEDENCE =
      Comparator.comparing(Candidate::isUserSupplied)
          .thenComparing(candidate -> candidate.match.specificity())
          .thenComparing(candidate -> candidate.catalog.ranking())
          .thenComparing(candidate -> -candidate.catalog.serviceId());

  DeviceDefinition definition() {
    return match.definition();
  }

  private boolean isUserSupplied() {
    return catalog.userSupplied() || match.definition().source() == Source.EXTERNAL;
  }
}
