package org.waggle.mqtt.api;

/** Quality of service of a message or subscription (MQTT 3.1.1, section 4.3). */
public enum Qos {
  /** 0. */
  AT_MOST_ONCE,
  /** 1. */
  AT_LEAST_ONCE,
  /** 2. */
  EXACTLY_ONCE
}
