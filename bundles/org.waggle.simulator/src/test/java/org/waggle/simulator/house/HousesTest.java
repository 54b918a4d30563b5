package org.waggle.simulator.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.waggle.simulator.TestJson;
import org.waggle.simulator.device.AttributeKey;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;

class HousesTest {

  @Test
  void readsAllFilesOfADirectoryInOrder(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("b.json"), "{\"name\":\"b\"}");
    Files.writeString(directory.resolve("a.json"), "{\"devices\":[{\"name\":\"a1\"},2]}");
    Files.writeString(directory.resolve("notes.txt"), "no device");

    assertThat(Houses.named(directory.toString()).toString())
        .isEqualTo("[{\"name\":\"a1\"}, 2, {\"name\":\"b\"}]");
  }

  @Test
  void saysWhichFileIsNotJson(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("x.json"), "{");

    assertThatThrownBy(() -> Houses.named(file.toString()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(file + " is not JSON");
  }

  @Test
  void readsValuesInAllTheirForms() {
    assertThat(Values.read(new JsonPrimitive(7), Optional.of(ZclType.UINT8)))
        .isEqualTo(ZclValue.uint8(7));
    assertThat(Values.read(new JsonPrimitive("0x10"), Optional.of(ZclType.UINT16)))
        .isEqualTo(ZclValue.uint16(16));
    assertThat(Values.read(new JsonPrimitive(true), Optional.of(ZclType.BOOLEAN)))
        .isEqualTo(ZclValue.bool(true));
    assertThat(
            Values.read(TestJson.of("{'type':'character_string','value':'x'}"), Optional.empty()))
        .isEqualTo(ZclValue.text("x"));
    assertThat(Values.read(TestJson.of("{'type':'0x41','value':'00ff'}"), Optional.empty()))
        .isEqualTo(ZclValue.octets(Octets.ofHex("00ff")));
    assertThat(Values.read(TestJson.of("{'type':'INT16','hex':'ffff'}"), Optional.empty()))
        .isEqualTo(ZclValue.int16(-1));
    assertThat(
            Values.read(TestJson.of("{'type':'SINGLE_PRECISION','value':1.5}"), Optional.empty()))
        .isEqualTo(ZclValue.of(ZclType.SINGLE_PRECISION, 1.5));
  }

  @Test
  void readsWhatItWrites() {
    ZclValue value = ZclValue.structure(List.of(ZclValue.uint8(1), ZclValue.text("a")));

    assertThat(Values.read(Values.write(value), Optional.empty())).isEqualTo(value);
  }

  @Test
  void refusesAValueWithoutAType() {
    assertThatThrownBy(() -> Values.read(new JsonPrimitive(7), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void knowsAttributesByNameAndNumber() {
    assertThat(Names.attribute(0, "modelId")).isEqualTo(AttributeKey.standard(5));
    assertThat(Names.attribute(0, "0x0005")).isEqualTo(AttributeKey.standard(5));
    assertThat(Names.attribute(0, "65281@0x115f"))
        .isEqualTo(new AttributeKey(OptionalInt.of(0x115F), 0xFF01));
  }

  @Test
  void buildsACrowdWhoseAddressesAreKnownBeforehand() {
    assertThat(Crowd.of(8))
        .hasSize(8)
        .anySatisfy(
            device -> {
              assertThat(device.getAsJsonObject().get("ieee").getAsString())
                  .isEqualTo("0x00124b00aa000003");
              assertThat(device.getAsJsonObject().get("type").getAsString()).isEqualTo("endDevice");
              assertThat(device.getAsJsonObject().get("networkAddress").getAsInt())
                  .isEqualTo(0x1003);
            });
  }
}
