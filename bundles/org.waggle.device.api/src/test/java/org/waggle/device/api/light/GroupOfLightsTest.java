package org.waggle.device.api.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.device.api.light.Light.light;
import static org.waggle.device.api.sheet.DeviceSheet.device;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.light.Light.ColorMode;
import org.waggle.device.api.testing.Bench;
import org.waggle.device.api.testing.FakeGroup;
import org.waggle.device.api.testing.SetDriver;
import org.waggle.zcl.ZclValue;

class GroupOfLightsTest {

  private static final JsonObject LIGHT =
      JsonParser.parseString("{\"endpoints\":[{\"id\":1,\"in\":[6,8,768]}]}").getAsJsonObject();

  private final Bench first = new Bench(LIGHT);
  private final Bench second = new Bench(LIGHT);
  private final FakeGroup group =
      new FakeGroup(
          7, List.of(first.device.endpoints().get(0), second.device.endpoints().get(0)), first.log);
  private final DeviceDefinition hue =
      device("X", "hue")
          .matching("hue")
          .exposing(light().withTemperatures(150, 500).withColor(ColorMode.XY, ColorMode.HS));
  private final DeviceDefinition xy =
      device("X", "xy")
          .matching("xy")
          .exposing(light().withTemperatures(200, 400).withColor(ColorMode.XY));

  @BeforeEach
  void tellsTemperatures() {
    first.device.fakeEndpoint(1).know(768, 0x400B, ZclValue.uint16(150));
    first.device.fakeEndpoint(1).know(768, 0x400C, ZclValue.uint16(500));
    second.device.fakeEndpoint(1).know(768, 0x400B, ZclValue.uint16(200));
    second.device.fakeEndpoint(1).know(768, 0x400C, ZclValue.uint16(400));
  }

  private void set(Map<String, Object> message) {
    SetDriver driver = new SetDriver(first.device, hue);
    driver.set(group, message, Map.of());
    assertThat(driver.errors).isEmpty();
  }

  @Test
  void sendsHuesIfAllMembersKnowThem() {
    second.device.servedBy(hue);

    set(Map.of("color", Map.of("hue", 120, "saturation", 100)));

    assertThat(first.log).containsExactly("command g7 768 6 55fe00000000");
  }

  @Test
  void sendsXyIfAMemberDoesNotKnowHues() {
    second.device.servedBy(xy);

    set(Map.of("color", Map.of("hue", 120, "saturation", 100)));

    assertThat(first.log).hasSize(1);
    assertThat(first.log.get(0)).startsWith("command g7 768 7 ");
  }

  @Test
  void staysWithinWhatAllMembersCanShow() {
    second.device.servedBy(xy);

    set(Map.of("color_temp", 450));

    assertThat(first.log).containsExactly("command g7 768 10 900100000000");
  }
}
