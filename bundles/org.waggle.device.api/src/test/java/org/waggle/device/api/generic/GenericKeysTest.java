package org.waggle.device.api.generic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.device.api.onoff.OnOff.onOff;
import static org.waggle.device.api.sheet.DeviceSheet.device;

import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waggle.device.api.testing.Bench;
import org.waggle.device.api.testing.Json;
import org.waggle.device.api.testing.SetDriver;

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

  @Test
  void sendGeneralCommandsToo() {
    Bench bench =
        new Bench(
            JsonParser.parseString("{\"endpoints\":[{\"id\":1,\"in\":[6]}]}").getAsJsonObject());
    SetDriver driver =
        new SetDriver(bench.device, device("X", "Y").matching("Y").exposing(onOff()));

    driver.set(
        Json.object(
            """
            {"zclcommand":{"cluster":"genOnOff","command":"read","frametype":0,
                           "payload":[{"attrId":0},{"attrId":16387}]}}"""));

    assertThat(driver.errors).isEmpty();
    assertThat(bench.log).containsExactly("send 1 6 ReadAttributes[attributeIds=[0, 16387]]");
  }
}
