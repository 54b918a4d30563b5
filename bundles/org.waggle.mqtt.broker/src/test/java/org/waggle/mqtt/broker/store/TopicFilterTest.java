package org.waggle.mqtt.broker.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicFilterTest {

  @ParameterizedTest
  @CsvSource({
    "a/b, a/b",
    "a/+, a/b",
    "a/+, a/",
    "+/+, /b",
    "a/#, a",
    "a/#, a/b/c",
    "#, a/b",
    "+/#, a",
    "+/b/#, a/b",
    "$SYS/#, $SYS/a",
    "$SYS/+, $SYS/a",
  })
  void matches(String filter, String topic) {
    assertThat(new TopicFilter(filter).matches(topic)).isTrue();
    assertThat(topic).startsWith(new TopicFilter(filter).literalPrefix());
  }

  @ParameterizedTest
  @CsvSource({
    "a/b, a",
    "a/b, a/b/c",
    "a/b, a/c",
    "a, ab",
    "ab, a",
    "a/+, a",
    "a/+, a/b/c",
    "+, a/b",
    "+, /a",
    "a/#, ab",
    "a/b/#, a",
    "#, $SYS/a",
    "+/a, $SYS/a",
  })
  void doesNotMatch(String filter, String topic) {
    assertThat(new TopicFilter(filter).matches(topic)).isFalse();
  }
}
