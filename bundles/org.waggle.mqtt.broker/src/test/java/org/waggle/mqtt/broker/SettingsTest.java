package org.waggle.mqtt.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.mqtt.broker.TestBroker.config;
import static org.waggle.mqtt.broker.TestBroker.contextWith;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void listensOnThisMachineOnlyUnlessToldOtherwise() {
    Settings settings = Settings.of(config(Map.of()), contextWith(Map.of()));

    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(1883);
    assertThat(settings.persistent()).isTrue();
    assertThat(settings.maxPacketSize()).isEqualTo(16 << 20);
  }

  @Test
  void takesPacketsOfOneMebibyteAtLeast() {
    Settings settings =
        Settings.of(config(Map.of("max__packet__size", 8092)), contextWith(Map.of()));

    assertThat(settings.maxPacketSize()).isEqualTo(1 << 20);
  }

  @Test
  void keepsToTheUsualPacketSizeIfTheConfiguredOneIsNoNumber() {
    Settings settings =
        Settings.of(config(Map.of("max__packet__size", "1M")), contextWith(Map.of()));

    assertThat(settings.maxPacketSize()).isEqualTo(16 << 20);
  }

  @Test
  void takesTheDirectoryThatIsConfigured() {
    Settings settings =
        Settings.of(
            config(Map.of("directory", "/var/lib/mqtt")),
            contextWith(Map.of("waggle.data", "/data", "karaf.data", "/karaf")));

    assertThat(settings.directory()).isEqualTo(Path.of("/var/lib/mqtt"));
  }

  @Test
  void storesWithTheRestOfWagglesData() {
    Settings settings =
        Settings.of(
            config(Map.of()), contextWith(Map.of("waggle.data", "/data", "karaf.data", "/karaf")));

    assertThat(settings.directory()).isEqualTo(Path.of("/data/broker"));
  }

  @Test
  void storesBelowTheDataOfKaraf() {
    Settings settings = Settings.of(config(Map.of()), contextWith(Map.of("karaf.data", "/karaf")));

    assertThat(settings.directory()).isEqualTo(Path.of("/karaf/waggle/broker"));
  }

  @Test
  void storesInTheBundlesOwnDataElsewhere() {
    Settings settings = Settings.of(config(Map.of()), contextWith(Map.of()));

    assertThat(settings.directory()).isEqualTo(Path.of("data-of-bundle/broker"));
  }
}
