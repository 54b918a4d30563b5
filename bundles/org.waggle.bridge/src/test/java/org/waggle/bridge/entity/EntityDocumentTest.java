package org.waggle.bridge.entity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EntityDocumentTest {

  @Test
  void leavesOutAGroupWhoseIdIsNone() {
    EntityDocument document =
        EntityDocument.ofText(
            "{\"devices\":5,\"groups\":{\"a\":[],\"7\":{\"friendly_name\":\"hall\"}}}");

    assertThat(document.devices()).isEmpty();
    assertThat(document.groups()).containsOnlyKeys(7);
  }
}
