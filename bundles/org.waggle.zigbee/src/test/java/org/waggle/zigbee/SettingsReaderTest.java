package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.waggle.radio.api.RadioSettings.FlowControl;
import org.waggle.zcl.Octets;

class SettingsReaderTest {

  /**
   * A configuration with defaults where nothing is given, as Declarative Services makes it: two
   * underscores of a method are one of the key, and what is wanted as text becomes text.
   */
  private static Settings read(Map<String, Object> given) {
    return SettingsReader.read(
        (NetworkConfiguration)
            Proxy.newProxyInstance(
                NetworkConfiguration.class.getClassLoader(),
                new Class<?>[] {NetworkConfiguration.class, Annotation.class},
                (proxy, method, arguments) -> {
                  Object value =
                      given.getOrDefault(
                          method.getName().replace("__", "_"), method.getDefaultValue());
                  return method.getReturnType() == String.class ? String.valueOf(value) : value;
                }));
  }

  private static String[] list(String... words) {
    return words;
  }

  @Test
  void hasTheDefaultsOfZigbee2Mqtt() {
    Settings settings = read(Map.of());

    assertThat(settings.radio().port()).isEmpty();
    assertThat(settings.adapter()).isEqualTo("auto");
    assertThat(settings.channel()).isEqualTo(11);
    assertThat(settings.panId()).hasValue(6754);
    assertThat(settings.extendedPanId()).isEqualTo(OptionalLong.of(0xddddddddddddddddL));
    assertThat(settings.networkKey()).contains(Bench.KEY);
    assertThat(settings.concurrency()).isEqualTo(32);
    assertThat(settings.reform()).isFalse();
    assertThat(settings.radio().baudRate()).isEmpty();
    assertThat(settings.radio().transmitPower()).isEmpty();
    assertThat(settings.radio().flowControl()).isEqualTo(FlowControl.AUTO);
  }

  @Test
  void readsThePort() {
    Settings settings =
        read(
            Map.of(
                "port", " /dev/ttyUSB0 ",
                "adapter", "zstack",
                "baud_rate", 460800,
                "flow_control", "hardware",
                "transmit_power", "-5"));

    assertThat(settings.radio().port()).isEqualTo("/dev/ttyUSB0");
    assertThat(settings.adapter()).isEqualTo("zstack");
    assertThat(settings.radio().baudRate()).hasValue(460800);
    assertThat(settings.radio().flowControl()).isEqualTo(FlowControl.HARDWARE);
    assertThat(settings.radio().transmitPower()).isEqualTo(OptionalInt.of(-5));
  }

  @Test
  void readsChannelConcurrencyAndReform() {
    Settings settings = read(Map.of("channel", 25, "concurrency", 4, "reform", true));

    assertThat(settings.channel()).isEqualTo(25);
    assertThat(settings.concurrency()).isEqualTo(4);
    assertThat(settings.reform()).isTrue();
  }

  @Test
  void readsPanIdsInDecimalAndHexadecimal() {
    assertThat(read(Map.of("pan_id", "6755")).panId()).hasValue(6755);
    assertThat(read(Map.of("pan_id", "0x1A63")).panId()).hasValue(0x1A63);
    assertThat(read(Map.of("pan_id", "008")).panId()).hasValue(8);
  }

  @Test
  void readsAnExtendedPanIdAsDigitsOrAsAListInTheOrderOfTheAir() {
    long wanted = 0x0102030405060708L;

    assertThat(read(Map.of("ext_pan_id", list("0x0102030405060708"))).extendedPanId())
        .hasValue(wanted);
    assertThat(
            read(Map.of("ext_pan_id", list("8", "7", "6", "5", "4", "3", "2", "1")))
                .extendedPanId())
        .hasValue(wanted);
    assertThat(read(Map.of("ext_pan_id", list("[8, 7, 6, 5, 4, 3, 2, 1]"))).extendedPanId())
        .hasValue(wanted);
  }

  @Test
  void readsANetworkKeyAsDigitsOrAsAList() {
    Octets wanted = Octets.ofHex("000102030405060708090a0b0c0d0e0f");

    assertThat(read(Map.of("network_key", list("000102030405060708090A0B0C0D0E0F"))).networkKey())
        .contains(wanted);
    assertThat(
            read(Map.of(
                    "network_key",
                    list(
                        "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "0x0a", "11", "12", "13",
                        "14", "15")))
                .networkKey())
        .contains(wanted);
    assertThat(
            read(Map.of("network_key", list("0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15"))).networkKey())
        .contains(wanted);
  }

  @Test
  void leavesOpenWhatIsToBeGenerated() {
    Settings settings =
        read(
            Map.of(
                "pan_id", "GENERATE",
                "ext_pan_id", list("GENERATE"),
                "network_key", list("generate")));

    assertThat(settings.panId()).isEmpty();
    assertThat(settings.extendedPanId()).isEmpty();
    assertThat(settings.networkKey()).isEmpty();
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> read(Map.of("channel", 9))).hasMessage("channel is 9, not 11 to 26");
    assertThatThrownBy(() -> read(Map.of("pan_id", "blue")))
        .hasMessage("pan_id: \"blue\" is not a number");
    assertThatThrownBy(() -> read(Map.of("pan_id", "65535"))).hasMessageContaining("65535");
    assertThatThrownBy(() -> read(Map.of("network_key", list("1", "2"))))
        .hasMessageContaining("network_key has to be 32 hexadecimal digits");
    assertThatThrownBy(() -> read(Map.of("network_key", list("0102"))))
        .hasMessageContaining("network_key");
    assertThatThrownBy(() -> read(Map.of("flow_control", "maybe")))
        .hasMessageContaining("flow_control is \"maybe\"");
    assertThatThrownBy(() -> read(Map.of("concurrency", 0))).hasMessageContaining("concurrency");
    assertThatThrownBy(() -> read(Map.of("channel", "eleven")))
        .hasMessage("channel: \"eleven\" is not a number");
    assertThatThrownBy(() -> read(Map.of("baud_rate", "fast")))
        .hasMessage("baud_rate: \"fast\" is not a number");
    assertThatThrownBy(() -> read(Map.of("concurrency", "")))
        .hasMessage("concurrency: \"\" is not a number");
  }
}
