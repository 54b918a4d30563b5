package org.waggle.device.api.generic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenericKeysTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scene_store",
        "scene_recall",
        "scene_add",
        "scene_remove",
        "scene_remove_all",
        "scene_rename",
        "read",
        "write",
        "command",
        "zclcommand",
        "reset"
      })
  void canBeSetOnEveryDevice(String key) {
    assertThat(GenericKeys.encoder(key).orElseThrow().canSet()).isTrue();
  }

  @Test
  void areNoOthers() {
    assertThat(GenericKeys.encoder("state")).isEmpty();
  }
}
