package org.waggle.radio.zsmartsystems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.radio.zsmartsystems.Stages.await;
import static org.waggle.radio.zsmartsystems.Stages.reason;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.radio.api.NetworkSettings;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.RadioSettings.FlowControl;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.radio.serial.MachinePorts;
import org.waggle.radio.zsmartsystems.ScriptedNcp.Command;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

class NetworkTest {

  private static final NetworkParameters PARAMETERS =
      new NetworkParameters(0x1A34, 0x1122334455667788L, 15);

  private static final Octets KEY = Octets.ofHex("000102030405060708090a0b0c0d0e0f");

  private static final String WELL_KNOWN_KEY = "5a6967426565416c6c69616e63653039";

  private ScriptedNcp ncp;
  private ZigbeeRadio radio;

  @BeforeEach
  void open() throws Exception {
    ncp = new ScriptedNcp();
    radio =
        new ZsmartsystemsRadios(new MachinePorts())
            .create(RadioSettings.on(ncp.port()), new Heard());
    await(radio.open());
  }

  @AfterEach
  void close() throws Exception {
    radio.close();
    ncp.close();
  }

  @Test
  void resumesNothingWhereNothingIsRemembered() throws Exception {
    assertThat(await(radio.resume())).isEmpty();
    assertThat(ncp.parametersOf(0x10)).isEmpty();
  }

  @Test
  void resumesTheNetworkThatIsRemembered() throws Exception {
    ncp.withNetwork();

    assertThat(await(radio.resume())).contains(PARAMETERS);

    assertThat(ncp.parametersOf(0x17)).containsExactly(Octets.ofHex("0300"));
    assertThat(ncp.parametersOf(0x10)).containsExactly(Octets.ofHex("01 f9ff 0500 3c00 03 01 00"));
    assertThat(ncp.parametersOf(0x5A)).containsExactly(Octets.of(2));
  }

  @Test
  void formsAsZigbee2mqttDoes() throws Exception {
    assertThat(await(radio.form(new NetworkSettings(PARAMETERS, KEY)))).isEqualTo(PARAMETERS);

    assertThat(ncp.parametersOf(0x1E)).containsExactly(ScriptedNcp.PARAMETERS);
    assertThat(ncp.parametersOf(0xAB))
        .endsWith(Octets.ofHex("0a 02 1001"), Octets.ofHex("07 01 01"));
    assertThat(ids()).containsSubsequence(0x17, 0x68, 0xB1, 0x1E, 0x10, 0x5A, 0x28);
    assertThat(ids()).doesNotContain(0x20);
  }

  @Test
  void keepsNetworkKeyAndSecretTrustCenterKey() throws Exception {
    await(radio.form(new NetworkSettings(PARAMETERS, KEY)));
    await(radio.form(new NetworkSettings(PARAMETERS, KEY)));

    List<Octets> states = ncp.parametersOf(0x68);
    assertThat(states).hasSize(2);
    for (Octets state : states) {
      assertThat(state.slice(0, 2)).isEqualTo(Octets.ofHex("840b"));
      assertThat(state.slice(18, 34)).isEqualTo(KEY);
      assertThat(state.slice(34, 43)).isEqualTo(Octets.ofHex("00 ffffffffffffffff"));
    }
    assertThat(states.get(0).slice(2, 18)).isNotEqualTo(states.get(1).slice(2, 18));
  }

  @Test
  void leavesTheOldNetworkBeforeFormingANewOne() throws Exception {
    ncp.withNetwork();
    await(radio.resume());

    await(radio.form(new NetworkSettings(PARAMETERS, KEY)));

    assertThat(ids()).containsSubsequence(0x17, 0x20, 0x68, 0x1E);
    assertThat(ncp.parametersOf(0x17)).hasSize(1);
  }

  @Test
  void waitsUntilTheOldNetworkIsLeft() throws Exception {
    ncp.withNetwork();
    int[] asked = {0};
    ncp.on(0x18, parameters -> Octets.of(asked[0]++ == 0 ? 0x04 : 0x00)); // leaving, then none

    await(radio.form(new NetworkSettings(PARAMETERS, KEY)));

    assertThat(ids()).containsSubsequence(0x17, 0x20, 0x18, 0x18, 0x1E);
  }

  @Test
  void tellsThatFormingWasRefused() {
    ncp.on(0x1E, parameters -> Octets.of(0x70));

    assertThatThrownBy(() -> await(radio.form(new NetworkSettings(PARAMETERS, KEY))))
        .cause()
        .satisfies(reason(Reason.REFUSED))
        .hasMessage("Forming a network was refused with EMBER_INVALID_CALL");
  }

  @Test
  void setsTransmitPowerThatIsAskedFor() throws Exception {
    radio.close();
    ncp.close();
    ncp = new ScriptedNcp().withNetwork();
    radio =
        new ZsmartsystemsRadios(new MachinePorts())
            .create(
                new RadioSettings(
                    ncp.port(), OptionalInt.empty(), FlowControl.AUTO, OptionalInt.of(-7)),
                new Heard());
    await(radio.open());

    await(radio.resume());

    assertThat(ncp.parametersOf(0x99)).containsExactly(Octets.of(-7));
  }

  @Test
  void exportsTheNetworkKey() throws Exception {
    assertThat(await(radio.networkKey())).isEqualTo(KEY);

    assertThat(ncp.parametersOf(0x0114))
        .containsExactly(Octets.ofHex("01 00 0000 0000000000000000 00 00 00014405"));
  }

  @Test
  void permitsJoiningWithTheWellKnownKey() throws Exception {
    await(radio.permitJoin(Duration.ofSeconds(254)));

    assertThat(ncp.parametersOf(0x0111))
        .containsExactly(Octets.ofHex("ffffffffffffffff" + WELL_KNOWN_KEY + "00"));
    assertThat(last(3))
        .containsExactly(
            new Command(0x0111, ncp.parametersOf(0x0111).get(0)),
            new Command(0x55, Octets.of(0x00, 0x03)),
            new Command(0x22, Octets.of(254)));
  }

  @Test
  void admitsJoinsThroughRoutersAlone() throws Exception {
    await(radio.admitJoins(Duration.ofSeconds(60)));

    assertThat(last(2))
        .containsExactly(
            new Command(0x0111, Octets.ofHex("ffffffffffffffff" + WELL_KNOWN_KEY + "00")),
            new Command(0x55, Octets.of(0x00, 0x03)));
    assertThat(ncp.parametersOf(0x22)).isEmpty();
  }

  @Test
  void closesJoining() throws Exception {
    await(radio.permitJoin(Duration.ZERO));

    assertThat(last(3))
        .containsExactly(
            new Command(0x6B, Octets.EMPTY),
            new Command(0x55, Octets.of(0x00, 0x02)),
            new Command(0x22, Octets.of(0)));
  }

  @Test
  void refusesToPermitJoiningForTooLong() {
    assertThatThrownBy(() -> await(radio.permitJoin(Duration.ofSeconds(255))))
        .cause()
        .satisfies(reason(Reason.REFUSED));
  }

  @Test
  void admitsADeviceByItsInstallationCode() throws Exception {
    await(radio.addInstallCodeKey(new IeeeAddress(0x0102030405060708L), KEY));

    assertThat(ncp.parametersOf(0x0111))
        .containsExactly(Octets.ofHex("0807060504030201" + KEY + "00"));
  }

  @Test
  void joinsAGroupOnce() throws Exception {
    await(radio.joinGroup(5, 1));
    await(radio.joinGroup(5, 1));
    await(radio.joinGroup(901, 1));
    await(radio.joinGroup(6, 1));

    assertThat(ncp.parametersOf(0x64))
        .endsWith(
            Octets.ofHex("02 840b f2 00"),
            Octets.ofHex("03 0500 01 00"),
            Octets.ofHex("04 0600 01 00"));
  }

  @Test
  void triesAGroupThatWasRefusedAgain() throws Exception {
    ncp.on(0x64, parameters -> Octets.of(0xB1));
    assertThatThrownBy(() -> await(radio.joinGroup(5, 1)))
        .cause()
        .satisfies(reason(Reason.REFUSED));
    ncp.on(0x64, parameters -> Octets.of(0));

    await(radio.joinGroup(5, 1));

    assertThat(ncp.parametersOf(0x64))
        .endsWith(Octets.ofHex("03 0500 01 00"), Octets.ofHex("03 0500 01 00"));
  }

  @Test
  void tellsWhatTheFirmwareDoesNotKnow() {
    ncp.on(0x0114, null);

    assertThatThrownBy(() -> await(radio.networkKey()))
        .cause()
        .satisfies(reason(Reason.UNSUPPORTED))
        .hasMessage("The coordinator does not know EZSP command 0x0114");
  }

  private List<Integer> ids() {
    return ncp.commands().stream().map(Command::id).toList();
  }

  private List<Command> last(int count) {
    List<Command> all = ncp.commands();
    return all.subList(all.size() - count, all.size());
  }
}
