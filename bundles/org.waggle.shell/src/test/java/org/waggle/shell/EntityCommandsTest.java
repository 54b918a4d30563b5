package org.waggle.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.waggle.bridge.api.Bridge;
import org.waggle.bridge.api.BridgeException;
import org.waggle.bridge.api.CommandResult;

class EntityCommandsTest {

  private final FakeBridge home = new FakeBridge("default");
  private final FakeBridge attic = new FakeBridge("attic");
  private GogoShell shell;

  @BeforeEach
  void startShell() throws Exception {
    home.devices.add(House.lamp());
    home.groups.add(House.group());
    shell = shellWith(Duration.ofSeconds(10), home);
  }

  @Test
  void setsWhatAnObjectSays() throws Exception {
    String console =
        shell.type(
            "waggle:set living/lamp"
                + " '{\"state\":\"ON\",\"brightness\":100,\"color\":{\"x\":0.5},\"effect\":null,"
                + "\"list\":[1e2,true]}'");

    assertThat(home.asked)
        .containsExactly(
            "living/lamp/set {\"state\":\"ON\",\"brightness\":100,\"color\":{\"x\":0.5},"
                + "\"effect\":null,\"list\":[100,true]}");
    assertThat(console).isEqualTo("living/lamp: set state, brightness, color, effect, list\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "waggle:set lamp on|{\"state\":\"on\"}",
        "waggle:set lamp TOGGLE|{\"state\":\"TOGGLE\"}",
        "waggle:set lamp '{state: ON}'|{\"state\":\"ON\"}",
        "waggle:set lamp \"{\\\"state\\\":\\\"ON\\\"}\"|{\"state\":\"ON\"}",
        "waggle:set lamp {\"state\":\"ON\"}|{\"state\":\"ON\"}",
        "waggle:set lamp '{\"a\":' '1.50}'|{\"a\":1.50}",
        "waggle:set lamp '{\"a\":12345678901}'|{\"a\":12345678901}",
      },
      delimiter = '|')
  void understandsPayloadsAsPeopleTypeThem(String typed, String payload) throws Exception {
    shell.type(typed);

    assertThat(home.asked).containsExactly("lamp/set " + payload);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "'{\"state\":'|This is not JSON in single quotes: {\"state\":",
        "'[1]'|This is not a JSON object such as {\"state\":\"ON\"}: [1]",
        "bright|This is not a JSON object such as {\"state\":\"ON\"}: bright",
      },
      delimiter = '|')
  void refusesWhatIsNoObject(String typed, String said) throws Exception {
    assertThat(shell.type("waggle:set lamp " + typed)).isEqualTo(said + "\n");
    assertThat(home.asked).isEmpty();
  }

  @Test
  void tellsWhichKeysFailed() throws Exception {
    Map<String, String> errors = new LinkedHashMap<>();
    errors.put("brightness", "Timeout after 10000 ms");
    home.result = CompletableFuture.completedFuture(new CommandResult(errors));

    String console = shell.type("waggle:set lamp '{\"state\":\"ON\",\"brightness\":100}'");

    assertThat(console)
        .isEqualTo(
            """
            lamp: set state
            lamp: brightness failed: Timeout after 10000 ms
            """);
  }

  @Test
  void tellsInOneLineWhyARequestFailed() throws Exception {
    home.answer = CompletableFuture.failedFuture(new BridgeException("friendly_name is in use"));
    home.result = CompletableFuture.failedFuture(new BridgeException("Entity 'x' is unknown"));

    assertThat(shell.type("waggle:rename living/lamp evening"))
        .isEqualTo("friendly_name is in use\n");
    assertThat(shell.type("waggle:set x on")).isEqualTo("Entity 'x' is unknown\n");
  }

  @Test
  void doesNotWaitForEver() throws Exception {
    home.result = new CompletableFuture<>();
    shell = shellWith(Duration.ofMillis(1), home);

    assertThat(shell.type("waggle:set lamp on"))
        .isEqualTo("No result after 0 s; it is still being worked on.\n");
  }

  @Test
  void tellsTheUsageWhenAskedForHelp() throws Exception {
    assertThat(shell.type("waggle:set --help x"))
        .isEqualTo("Usage: waggle:set [-n NETWORK] NAME '{\"KEY\":VALUE}'\n");
    assertThat(shell.type("waggle:remove --help"))
        .isEqualTo("Usage: waggle:remove [-n NETWORK] [-f] NAME\n");
  }

  @Test
  void renamesDevicesAndGroups() throws Exception {
    String console =
        shell.type("waggle:rename 0x00124b0000000001 'hall lamp'; waggle:rename evening night");

    assertThat(home.asked)
        .containsExactly(
            "device/rename {\"from\":\"0x00124b0000000001\",\"to\":\"hall lamp\"}",
            "group/rename {\"from\":\"evening\",\"to\":\"night\"}");
    assertThat(console)
        .isEqualTo(
            """
            'living/lamp' is 'hall lamp' now.
            'evening' is 'night' now.
            """);
  }

  @Test
  void keepsNumbersInNamesAsTheyWereTyped() throws Exception {
    shell.type("waggle:rename living/lamp 007");

    assertThat(home.asked)
        .containsExactly("device/rename {\"from\":\"living/lamp\",\"to\":\"007\"}");
  }

  @Test
  void removesDevicesAndGroups() throws Exception {
    String console =
        shell.type("waggle:remove living/lamp; waggle:remove -f evening; waggle:remove 12 --force");

    assertThat(home.asked)
        .containsExactly(
            "device/remove {\"force\":false,\"id\":\"living/lamp\"}",
            "group/remove {\"force\":true,\"id\":\"evening\"}",
            "group/remove {\"force\":true,\"id\":\"12\"}");
    assertThat(console)
        .isEqualTo(
            """
            'living/lamp' is removed.
            'evening' is removed.
            'evening' is removed.
            """);
  }

  @Test
  void asksForNothingThatIsNotThere() throws Exception {
    assertThat(shell.type("waggle:rename nobody somebody"))
        .isEqualTo("There is no device or group 'nobody'.\n");
    assertThat(shell.type("waggle:remove nobody"))
        .isEqualTo("There is no device or group 'nobody'.\n");
    assertThat(home.asked).isEmpty();
  }

  @Test
  void wantsToKnowTheNetworkWhereThereAreSeveral() throws Exception {
    attic.devices.add(House.lamp());
    shell = shellWith(Duration.ofSeconds(10), home, attic);
    String ambiguous = "There are several networks (attic, default): say which with -n NAME.\n";

    assertThat(shell.type("waggle:set lamp on")).isEqualTo(ambiguous);
    assertThat(shell.type("waggle:rename living/lamp lamp")).isEqualTo(ambiguous);
    assertThat(shell.type("waggle:remove living/lamp")).isEqualTo(ambiguous);
    assertThat(home.asked).isEmpty();
    assertThat(attic.asked).isEmpty();
  }

  @Test
  void actsOnTheNamedNetwork() throws Exception {
    attic.devices.add(House.lamp());
    shell = shellWith(Duration.ofSeconds(10), home, attic);

    shell.type("waggle:set -n attic lamp on");
    shell.type("waggle:rename living/lamp lamp -n attic");
    shell.type("waggle:remove --network attic living/lamp");

    assertThat(home.asked).isEmpty();
    assertThat(attic.asked).hasSize(3);
  }

  @Test
  void tellsTheUsageOfWordsTooFew() throws Exception {
    assertThat(shell.type("waggle:set lamp"))
        .isEqualTo("Usage: waggle:set [-n NETWORK] NAME '{\"KEY\":VALUE}'\n");
    assertThat(shell.type("waggle:rename lamp"))
        .isEqualTo("Usage: waggle:rename [-n NETWORK] OLD NEW\n");
    assertThat(shell.type("waggle:remove $lamp"))
        .isEqualTo("Usage: waggle:remove [-n NETWORK] [-f] NAME\n");
  }

  private static GogoShell shellWith(Duration limit, Bridge... bridges) throws Exception {
    return new GogoShell(
        new EntityCommands(new Networks(List.of(), List.of(bridges)), new Results(limit)));
  }
}
