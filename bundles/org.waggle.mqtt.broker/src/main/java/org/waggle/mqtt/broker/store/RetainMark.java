package org.waggle.mqtt.broker.store;

/**
 * Marks the topic of a message that is sent because it was retained.
 *
 * <p>Moquette forgets the RETAIN flag of such a message on its way through a session (queue,
 * in-flight window, resend), but never its topic. The mark is U+0000, which no client can send: a
 * topic that holds it is a protocol error (MQTT 3.1.1, section 1.5.3).
 */
public final class RetainMark {

  private static final String MARK = "\0";

  private RetainMark() {}

  static String mark(String topic) {
    return MARK + topic;
  }

  public static boolean isOn(String topic) {
    return topic.startsWith(MARK);
  }

  public static String remove(String topic) {
    return topic.substring(MARK.length());
  }
}
