package org.waggle.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.waggle.bridge.api.Bridge;
import org.waggle.bridge.api.GroupEntity;
import org.waggle.zigbee.api.ZigbeeGroup;

class GroupCommandsTest {

  private final FakeBridge home = new FakeBridge("default");

  @Test
  void listsGroupsAndTheirMembersByName() throws Exception {
    home.devices.add(House.lamp());
    home.groups.add(new GroupEntity(new ZigbeeGroup(3, List.of()), "nobody", Map.of(), Map.of()));
    home.groups.add(House.group());

    String console = shellWith(home).type("waggle:groups");

    assertThat(console)
        .isEqualTo(
            """
            ID  NAME     NETWORK  STATE  MEMBERS
             3  nobody   default  -      -
            12  evening  default  ON     living/lamp/1, 0x0000000000abcdef/3
            """);
  }

  @Test
  void listsGroupsOfTheNamedNetworkOnly() throws Exception {
    FakeBridge attic = new FakeBridge("attic");
    home.groups.add(House.group());

    assertThat(shellWith(home, attic).type("waggle:groups")).contains("evening");
    assertThat(shellWith(home, attic).type("waggle:groups -n attic"))
        .isEqualTo("There are no groups.\n");
  }

  @Test
  void tellsTheUsageOfWordsTooMany() throws Exception {
    assertThat(shellWith(home).type("waggle:groups all"))
        .isEqualTo("Usage: waggle:groups [-n NETWORK]\n");
  }

  private static GogoShell shellWith(Bridge... bridges) throws Exception {
    return new GogoShell(new GroupCommands(new Networks(List.of(), List.of(bridges))));
  }
}
