package org.waggle.bridge.command;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a topic says is to be done.
 *
 * @param name of an entity, perhaps with an endpoint
 * @param attribute that the payload is the value of; empty if the payload names its attributes
 */
record Command(Type type, String name, Optional<String> attribute) {

  /** What is done with keys. */
  enum Type {
    SET,
    GET;

    @Override
    public String toString() {
      return this == SET ? "set" : "get";
    }
  }

  /** Names that begin like the bridge's own topics cannot be commanded. */
  private static final Pattern TOPIC = Pattern.compile("(?!bridge)(.+?)/(get|set)(?:/(.+))?");

  /**
   * @param topic without the base topic
   */
  static Optional<Command> parse(String topic) {
    Matcher matcher = TOPIC.matcher(topic);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Type type = matcher.group(2).equals("set") ? Type.SET : Type.GET;
    return Optional.of(new Command(type, matcher.group(1), Optional.ofNullable(matcher.group(3))));
  }
}
