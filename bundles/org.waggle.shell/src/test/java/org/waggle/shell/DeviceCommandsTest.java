package org.waggle.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.bridge.api.Bridge;

class DeviceCommandsTest {

  private final FakeBridge home = new FakeBridge("default");
  private final FakeBridge attic = new FakeBridge("attic");
  private GogoShell shell;

  @BeforeEach
  void startShell() throws Exception {
    shell = shellWith(home);
  }

  @Test
  void listsDevicesInAlignedColumns() throws Exception {
    home.devices.addAll(List.of(House.lamp(), House.sensor(), House.newcomer()));

    String console = shell.type("waggle:devices");

    assertThat(console)
        .isEqualTo(
            """
            NAME         NETWORK  IEEE ADDRESS        TYPE        VENDOR       MODEL         STATUS                 LQI  LAST SEEN
            living/lamp  default  0x00124b0000000001  router      AJAX Online  ZB_A60_RGBCW  supported              204  3 min ago
            冷蔵庫       default  0x00124b0000000002  end device  Acme         TH-1          generated               87  just now
            \uFFFD[2Jnew      default  0x00124b0000000003  unknown     -            -             interview in progress    -  never
            """);
  }

  @Test
  void listsDevicesOfAllNetworksByNetwork() throws Exception {
    home.devices.add(House.lamp());
    attic.devices.add(House.sensor());
    shell = shellWith(home, attic);

    String console = shell.type("waggle:devices");

    assertThat(console.lines().skip(1))
        .satisfiesExactly(
            first -> assertThat(first).startsWith("冷蔵庫       attic "),
            second -> assertThat(second).startsWith("living/lamp  default "));
  }

  @Test
  void listsDevicesOfTheNamedNetworkOnly() throws Exception {
    home.devices.add(House.lamp());
    attic.devices.add(House.sensor());
    shell = shellWith(home, attic);

    assertThat(shell.type("waggle:devices -n attic")).contains("冷蔵庫").doesNotContain("lamp");
    assertThat(shell.type("waggle:devices --network default")).doesNotContain("冷蔵庫");
  }

  @Test
  void tellsHowDevicesGetInWhenThereAreNone() throws Exception {
    assertThat(shell.type("waggle:devices"))
        .isEqualTo("There are no devices. waggle:permit 60 lets them join for 60 s.\n");
  }

  @Test
  void tellsWhichNetworksThereAreWhenTheNamedOneIsNot() throws Exception {
    shell = shellWith(home, attic);

    assertThat(shell.type("waggle:devices -n cellar"))
        .isEqualTo("There is no network 'cellar', but: attic, default.\n");
  }

  @Test
  void tellsThatNothingIsConfigured() throws Exception {
    shell = shellWith();

    assertThat(shell.type("waggle:devices"))
        .isEqualTo("There is no network: none is configured, or it did not start.\n");
  }

  @Test
  void tellsThatANetworkHasNoBridge() throws Exception {
    shell =
        new GogoShell(
            new DeviceCommands(
                new Networks(List.of(new FakeNetwork("default").service()), List.of())));

    assertThat(shell.type("waggle:devices"))
        .isEqualTo("No bridge is running: waggle:networks tells which networks there are.\n");
    assertThat(shell.type("waggle:devices -n default"))
        .isEqualTo("Network 'default' has no bridge running.\n");
  }

  @Test
  void tellsTheUsageOfWordsTooMany() throws Exception {
    assertThat(shell.type("waggle:devices all")).isEqualTo("Usage: waggle:devices [-n NETWORK]\n");
  }

  @Test
  void leavesAnOptionWithoutItsValueToTheShell() {
    assertThatThrownBy(() -> shell.type("waggle:devices -n"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void showsAllThatIsKnownOfADevice() throws Exception {
    home.devices.add(House.lamp());

    String console = shell.type("waggle:device living/lamp");

    assertThat(console)
        .isEqualTo(
            """
            living/lamp
              Network            default
              Topic              zigbee2mqtt/living/lamp
              IEEE address       0x00124b0000000001
              Network address    0x4A1C
              Type               router
              Vendor             AJAX Online
              Model              ZB_A60_RGBCW
              Description        A thing for the house
              Status             supported
              Power source       mains (single phase), battery backup
              Firmware           1.0.6
              Link quality       204
              Last seen          3 min ago
              Option transition  2

            PROPERTY  VALUE      UNIT
            state     ON
            color     {"x":0.5}
            power     7.25       W
            effect    null

            ENDPOINT  PROFILE  DEVICE  INPUT CLUSTERS            OUTPUT CLUSTERS
                   1  0x0104   0x010D  genBasic genOnOff 0xFEED  -
                 242  0xA1E0   0x0061  -                         greenPower
            """);
  }

  @Test
  void findsADeviceByItsAddressOnEveryNetwork() throws Exception {
    home.devices.add(House.lamp());
    attic.devices.add(House.lamp());
    shell = shellWith(home, attic);

    String console = shell.type("waggle:device 0x00124b0000000001");

    assertThat(console.lines().filter(line -> line.startsWith("  Network  ")))
        .containsExactly("  Network            attic", "  Network            default");
  }

  @Test
  void showsNoEmptyTablesOfADeviceThatIsHardlyKnown() throws Exception {
    home.devices.add(House.sensor());

    assertThat(shell.type("waggle:device 冷蔵庫"))
        .contains("Status           generated", "Power source     -")
        .doesNotContain("PROPERTY", "ENDPOINT", "\n\n");
  }

  @Test
  void tellsThatThereIsNoSuchDevice() throws Exception {
    home.groups.add(House.group());

    assertThat(shell.type("waggle:device nobody")).isEqualTo("There is no device 'nobody'.\n");
    assertThat(shell.type("waggle:device evening"))
        .isEqualTo("'evening' is a group: see waggle:groups.\n");
    assertThat(shell.type("waggle:device")).isEqualTo("Usage: waggle:device [-n NETWORK] NAME\n");
  }

  private static GogoShell shellWith(Bridge... bridges) throws Exception {
    return new GogoShell(
        new DeviceCommands(new Networks(List.of(), List.of(bridges)), House.CLOCK));
  }
}
