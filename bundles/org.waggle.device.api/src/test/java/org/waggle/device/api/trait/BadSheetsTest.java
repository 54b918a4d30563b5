package org.waggle.device.api.trait;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.waggle.device.api.trait.BinaryTrait.binary;
import static org.waggle.device.api.trait.ChoiceTrait.choice;
import static org.waggle.device.api.trait.NumericTrait.numeric;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.waggle.device.api.sheet.DeviceSheet;

/** A mistake in a sheet is told when the sheet is made, not when a device speaks. */
class BadSheetsTest {

  private static final Attribute ATTRIBUTE = Attribute.of("genBasic", "powerSource");

  static Stream<Named<ThrowingCallable>> mistakes() {
    return Stream.of(
        mistake("a cluster nobody knows", () -> Attribute.of("genNothing", "onOff")),
        mistake("an attribute nobody knows", () -> Attribute.of("genOnOff", "offOn")),
        mistake(
            "a command nobody knows",
            () -> Decoder.ofCommands("genOnOff", Set.of("blink"), (r, c) -> Map.of())),
        mistake(
            "a name for the only endpoint", () -> new Scope(List.of("left"), OptionalInt.of(1))),
        mistake("a minimum above the maximum", () -> numeric("n", ATTRIBUTE).settable(50, -50)),
        mistake("intervals that never are", () -> numeric("n", ATTRIBUTE).reported(600, 60, 1)),
        mistake("an interval beyond 16 bits", () -> numeric("n", ATTRIBUTE).reported(0, 86400, 1)),
        mistake(
            "one state under two names",
            () ->
                binary(
                    "b",
                    ATTRIBUTE,
                    new BinaryTrait.State("ON", 1),
                    new BinaryTrait.State("OFF", 1))),
        mistake("nothing to choose", () -> choice("c", ATTRIBUTE, Map.of())),
        mistake("one choice twice", () -> choice("c", ATTRIBUTE, Map.of("a", 1L, "b", 1L))),
        mistake(
            "a key that is neither set nor got",
            () ->
                new KeyEncoder(
                    Set.of("k"), List.of(), List.of(), Optional.empty(), Optional.empty())),
        mistake("a blank model", () -> DeviceSheet.device("X", "Y").matching(" ")));
  }

  private static Named<ThrowingCallable> mistake(String name, ThrowingCallable code) {
    return Named.of(name, code);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void areRefused(ThrowingCallable mistake) {
    assertThatThrownBy(mistake).isInstanceOf(IllegalArgumentException.class);
  }
}
