package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waggle.zigbee.api.ZigbeeGroup;

class NetworkDocumentTest {

  @ParameterizedTest
  @ValueSource(strings = {"null", "5", "[]", "\"network\"", "{}", "{\"nodes\":5,\"groups\":{}}"})
  void startsAnewFromWhatIsNoNetwork(String document) {
    assertThat(NetworkDocument.read(document)).isEqualTo(NetworkDocument.EMPTY);
  }

  @Test
  void keepsTheEntriesThatCanBeRead() {
    NetworkDocument read =
        NetworkDocument.read(
            "{\"nodes\":[null],\"groups\":[{\"id\":7,\"members\":[]},{\"id\":\"x\"}]}");

    assertThat(read.nodes()).isEmpty();
    assertThat(read.groups()).isEqualTo(List.of(new ZigbeeGroup(7, List.of())));
    assertThat(read.formerMembers()).isEmpty();
  }
}
