package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NetworkComponentTest {

  @Test
  void isNamedAfterItsFactoryInstance() {
    assertThat(
            NetworkNames.of("org.waggle.zigbee", Map.of("service.pid", "org.waggle.zigbee~attic")))
        .isEqualTo("attic");
  }

  @Test
  void isTheDefaultOneWithoutAnInstance() {
    assertThat(NetworkNames.of("org.waggle.zigbee", Map.of("service.pid", "org.waggle.zigbee")))
        .isEqualTo("default");
    assertThat(NetworkNames.of("org.waggle.zigbee", Map.of())).isEqualTo("default");
  }

  @Test
  void keepsItsDocumentsWhereItIsTold() {
    assertThat(NetworkDirectory.of("home", " /data/home ", key -> "/other", name -> null))
        .isEqualTo(Path.of("/data/home"));
  }

  @Test
  void keepsItsDocumentsInTheDataDirectoryOfWaggle() {
    assertThat(
            NetworkDirectory.of(
                "home", "", Map.of("waggle.data", "/w", "karaf.data", "/k")::get, name -> null))
        .isEqualTo(Path.of("/w/networks/home"));
  }

  @Test
  void keepsItsDocumentsInTheDataDirectoryOfKaraf() {
    assertThat(NetworkDirectory.of("home", "", Map.of("karaf.data", "/k")::get, name -> null))
        .isEqualTo(Path.of("/k/waggle/networks/home"));
  }

  @Test
  void keepsItsDocumentsInItsBundleElsewhere() {
    assertThat(NetworkDirectory.of("home", "", key -> null, name -> new File("/bundle/" + name)))
        .isEqualTo(Path.of("/bundle/networks/home"));
  }
}
