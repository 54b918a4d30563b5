package org.waggle.zcl.cluster;

/** What a value is worth, given what the specification says about its attribute or parameter. */
public enum Validity {
  /** A value like any other. */
  VALID,
  /** The non-value of its type: the sender does not know. */
  ABSENT,
  /** Not allowed; Zigbee2MQTT ignores such attributes. */
  FORBIDDEN
}
