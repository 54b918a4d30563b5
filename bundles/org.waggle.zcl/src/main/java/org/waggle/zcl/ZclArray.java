package org.waggle.zcl;

import java.util.List;

/** The value of an array, set or bag: elements of one type, which is known even of none. */
public record ZclArray(ZclType elementType, List<ZclValue> elements) {

  /**
   * @throws IllegalArgumentException if an element is of another type, or takes no octets, or there
   *     are 0xFFFF or more
   */
  public ZclArray {
    elements = List.copyOf(elements);
    if (elements.size() >= 0xFFFF) {
      throw new IllegalArgumentException(elements.size() + " elements");
    }
    for (ZclValue element : elements) {
      if (element.type() != elementType || elementType.kind() == ZclType.Kind.NONE) {
        throw new IllegalArgumentException(element + " among elements of " + elementType);
      }
    }
  }
}
