package org.waggle.mqtt.broker.store;

/** A valid topic filter and what it matches (MQTT 3.1.1, section 4.7). */
public record TopicFilter(String text) {

  /** Whether topics that begin with {@code $} are out of reach (section 4.7.2). */
  public boolean startsWithWildcard() {
    return text.startsWith("#") || text.startsWith("+");
  }

  /** What every matching topic begins with; the whole filter if it has no wildcard. */
  String literalPrefix() {
    if (text.endsWith("/#") && text.indexOf('+') < 0) {
      return text.substring(0, text.length() - 2); // "a/#" matches "a" too
    }
    for (int i = 0; i < text.length(); i++) {
      if (isWildcard(text.charAt(i))) {
        return text.substring(0, i);
      }
    }
    return text;
  }

  public boolean matches(String topic) {
    if (topic.startsWith("$") && startsWithWildcard()) {
      return false;
    }
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      char wanted = text.charAt(i);
      if (wanted == '#') {
        return true;
      }
      if (wanted == '+') {
        at = endOfLevel(topic, at);
      } else if (at < topic.length() && topic.charAt(at) == wanted) {
        at++;
      } else {
        return at == topic.length() && text.substring(i).equals("/#");
      }
    }
    return at == topic.length();
  }

  private static int endOfLevel(String topic, int from) {
    int slash = topic.indexOf('/', from);
    return slash < 0 ? topic.length() : slash;
  }

  private static boolean isWildcard(char c) {
    return c == '#' || c == '+';
  }
}
