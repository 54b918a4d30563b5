package org.waggle.bridge.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandTest {

  @ParameterizedTest
  @CsvSource({
    "bulb/set,                set, bulb,        ''",
    "bulb/get,                get, bulb,        ''",
    "bulb/set/state,          set, bulb,        state",
    "bulb/get/a/b,            get, bulb,        a/b",
    "kitchen/bulb/l1/set,     set, kitchen/bulb/l1, ''",
    "kitchen/bulb/l1/set/x,   set, kitchen/bulb/l1, x",
    "Bridge/set,              set, Bridge,      ''",
    "a/set/b/set,             set, a,           b/set",
    "a/get/b/set,             get, a,           b/set",
  })
  void readsWhatIsToBeDone(String topic, String type, String name, String attribute) {
    Command command = Command.parse(topic).orElseThrow();

    assertThat(command.type()).hasToString(type);
    assertThat(command.name()).isEqualTo(name);
    assertThat(command.attribute().orElse("")).isEqualTo(attribute);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bulb",
        "bulb/set/",
        "/set",
        "bulb/setting",
        "bridge/set",
        "bridge_lamp/set",
        "bridge/request/restart/set",
        "bulb/SET",
        ""
      })
  void seesNoCommandInOtherTopics(String topic) {
    assertThat(Command.parse(topic)).isEmpty();
  }
}
