package io.moquette.broker;

/** A topic as a publish may name it (MQTT 3.1.1, sections 1.5.3, 3.3.2 and 4.7). */
public final class TopicName {

  private static final int MAX_LENGTH = 65_535;

  private TopicName() {}

  public static boolean isValid(String topic) {
    return !topic.isEmpty()
        && topic.length() <= MAX_LENGTH
        && topic.indexOf('#') < 0
        && topic.indexOf('+') < 0
        && topic.indexOf('\0') < 0;
  }
}
