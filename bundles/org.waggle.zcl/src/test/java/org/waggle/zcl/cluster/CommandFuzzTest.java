package org.waggle.zcl.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.waggle.zcl.Decoded;
import org.waggle.zcl.Octets;
import org.waggle.zcl.RandomValues;

class CommandFuzzTest {

  private static final List<CommandDefinition> COMMANDS =
      Clusters.standard().definitions().stream()
          .flatMap(c -> Stream.concat(c.commands().stream(), c.responses().stream()))
          .toList();

  /** With zeros for numbers, whatever the conditions then ask for. */
  @Test
  void writesEveryCommandThereIs() {
    for (CommandDefinition command : COMMANDS) {
      Map<String, Object> values = new HashMap<>();
      for (ParameterDefinition parameter : command.parameters()) {
        values.put(parameter.name(), simplest(parameter.type()));
      }

      Octets octets = command.encode(values);

      assertThat(command.decode(octets)).as(command.name()).isInstanceOf(Decoded.Ok.class);
    }
  }

  private static Object simplest(ParameterType type) {
    if (type instanceof ParameterType.Plain plain) {
      return switch (plain.type()) {
        case OCTET_STRING, CHARACTER_STRING, UNKNOWN -> Octets.EMPTY;
        case IEEE_ADDRESS -> "0x0000000000000000";
        case SECURITY_KEY -> new byte[16];
        default -> 0;
      };
    }
    return type == SpecialType.BUFFER || type == SpecialType.GPD_FRAME ? Octets.EMPTY : List.of();
  }

  @Test
  void survivesRandomPayloads() {
    SplittableRandom random = new SplittableRandom(9);
    RandomValues values = new RandomValues(random);
    Assertions.assertTimeout(
        Duration.ofSeconds(30),
        () -> {
          for (int i = 0; i < 300_000; i++) {
            CommandDefinition command = COMMANDS.get(i % COMMANDS.size());
            check(command, values.octets(random.nextInt(40)));
          }
        });
  }

  /** Most octets small, so that counts and conditions let more of the payload in. */
  @Test
  void survivesPayloadsThatAreNearlyRight() {
    SplittableRandom random = new SplittableRandom(10);
    Assertions.assertTimeout(
        Duration.ofSeconds(30),
        () -> {
          for (int i = 0; i < 300_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            for (int at = 0; at < bytes.length; at++) {
              bytes[at] =
                  (byte) (random.nextInt(4) == 0 ? random.nextInt(0x100) : random.nextInt(4));
            }
            check(COMMANDS.get(i % COMMANDS.size()), Octets.of(bytes));
          }
        });
  }

  /** What can be read can be written; what is not malformed to others is not to us. */
  private static void check(CommandDefinition command, Octets octets) {
    if (command.decode(octets) instanceof Decoded.Ok<Map<String, Object>> ok) {
      assertThat(command.decode(command.encode(ok.value())))
          .as(() -> command.name() + " " + octets)
          .isInstanceOf(Decoded.Ok.class);
    }
  }
}
