package org.waggle.simulator.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.simulator.Bench;

class GroupsAndScenesTest {

  private static final int IDENTIFY = 0x0003;
  private static final int GROUPS = 0x0004;
  private static final int SCENES = 0x0005;
  private static final int ON_OFF = 0x0006;

  private Bench bench;
  private int device;

  @BeforeEach
  void join() throws Exception {
    bench = Bench.open();
    device =
        bench.join(
            Bench.router(
                "{'genIdentify':{},'genGroups':{},'genScenes':{},'genOnOff':{'onOff':true},"
                    + "'genLevelCtrl':{'currentLevel':100}}"));
  }

  @AfterEach
  void stop() throws Exception {
    bench.close();
  }

  private void answers(int cluster, String request, String response) throws Exception {
    assertThat(bench.host.zcl(device, cluster, request)).isEqualTo(response.replace(" ", ""));
  }

  private String onOff() throws Exception {
    return bench.attribute("genOnOff", "onOff");
  }

  @Test
  void joinsAndLeavesGroups() throws Exception {
    answers(GROUPS, "01 01 00 0700 00", "19 01 00 00 0700");
    answers(GROUPS, "01 02 01 0700", "19 02 01 00 0700 00");
    answers(GROUPS, "01 03 02 00", "19 03 02 0f 01 0700");
    answers(GROUPS, "01 04 02 02 0700 0800", "19 04 02 0f 01 0700");
    answers(GROUPS, "01 05 03 0700", "19 05 03 00 0700");
    answers(GROUPS, "01 06 03 0700", "19 06 03 8b 0700");
    answers(GROUPS, "01 07 01 0700", "19 07 01 8b 0700 00");
  }

  @Test
  void leavesAllGroupsAtOnce() throws Exception {
    answers(GROUPS, "01 01 00 0700 00", "19 01 00 00 0700");
    answers(GROUPS, "01 02 04", "18 02 0b 04 00");
    answers(GROUPS, "01 03 02 00", "19 03 02 10 00");
  }

  @Test
  void joinsWhileItIdentifiesItself() throws Exception {
    answers(GROUPS, "01 01 05 0700 00", "18 01 0b 05 00");
    answers(GROUPS, "01 02 02 00", "19 02 02 10 00");

    answers(IDENTIFY, "01 03 00 3c00", "18 03 0b 00 00");
    answers(IDENTIFY, "01 04 01", "19 04 00 3c00");
    answers(GROUPS, "01 05 05 0700 00", "18 05 0b 05 00");
    answers(GROUPS, "01 06 02 00", "19 06 02 0f 01 0700");
  }

  @Test
  void hearsTheGroupsItIsAMemberOf() throws Exception {
    bench.host.multicast(7, ON_OFF, "11 01 00");
    bench.host.awaitCallback(0x003F);
    assertThat(onOff()).isEqualTo("1");
    answers(GROUPS, "01 02 00 0700 00", "19 02 00 00 0700");

    bench.host.multicast(7, ON_OFF, "11 03 00");

    bench.control("{'op':'await_frame','device':'it','cluster':'genOnOff','cast':'multicast'}");
    assertThat(onOff()).isEqualTo("0");
  }

  @Test
  void storesAndRecallsScenes() throws Exception {
    answers(SCENES, "01 01 04 0000 03", "19 01 04 00 0000 03");
    answers(ON_OFF, "01 02 00", "18 02 0b 00 00");

    answers(SCENES, "01 03 05 0000 03", "18 03 0b 05 00");

    assertThat(onOff()).isEqualTo("1");
    assertThat(bench.attribute("genScenes", "currentScene")).isEqualTo("3");
    answers(SCENES, "01 04 01 0000 03", "19 04 01 00 0000 03 0000 00 0600 01 01 0800 01 64");
  }

  @Test
  void takesScenesFromTheHost() throws Exception {
    answers(SCENES, "01 01 00 0000 04 0000 00 0600 01 00 0800 01 21", "19 01 00 00 0000 04");
    answers(SCENES, "01 02 06 0000", "19 02 06 00 0f 0000 01 04");

    answers(SCENES, "01 03 05 0000 04 ffff", "18 03 0b 05 00");

    assertThat(onOff()).isEqualTo("0");
    answers(SCENES, "01 04 02 0000 04", "19 04 02 00 0000 04");
    answers(SCENES, "01 05 02 0000 04", "19 05 02 8b 0000 04");
    answers(SCENES, "01 06 05 0000 04", "18 06 0b 05 8b");
  }

  @Test
  void keepsScenesOfItsGroupsOnly() throws Exception {
    answers(SCENES, "01 01 04 0700 03", "19 01 04 85 0700 03");
    answers(GROUPS, "01 02 00 0700 00", "19 02 00 00 0700");
    answers(SCENES, "01 03 04 0700 03", "19 03 04 00 0700 03");

    answers(GROUPS, "01 04 03 0700", "19 04 03 00 0700");

    assertThat(bench.attribute("genScenes", "count")).isEqualTo("0");
  }

  @Test
  void keepsTransitionsInTenthsOfASecond() throws Exception {
    answers(SCENES, "01 01 40 0000 04 0f00 00", "19 01 40 00 0000 04");
    answers(SCENES, "01 02 41 0000 04", "19 02 41 00 0000 04 0f00 00");
    answers(SCENES, "01 03 01 0000 04", "19 03 01 00 0000 04 0100 00");
    answers(SCENES, "01 04 42 00 0000 04 0000 05", "19 04 42 00 0000 04");
    answers(SCENES, "01 05 03 0000", "19 05 03 00 0000");
    answers(SCENES, "01 06 06 0000", "19 06 06 00 10 0000 00");
  }

  @Test
  void answersNoMulticast() throws Exception {
    answers(GROUPS, "01 01 00 0700 00", "19 01 00 00 0700");

    bench.host.multicast(7, SCENES, "11 02 04 0700 03");

    bench.control("{'op':'await_frame','device':'it','cluster':'genScenes'}");
    answers(SCENES, "01 03 06 0700", "19 03 06 00 0f 0700 01 03");
  }
}
