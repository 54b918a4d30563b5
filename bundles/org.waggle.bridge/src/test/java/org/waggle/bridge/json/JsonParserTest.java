package org.waggle.bridge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonParserTest {

  @Test
  void readsAllKindsOfValues() throws JsonParser.NotJson {
    Object value = JsonParser.parse(" {\"a\" : [1, -2.5, true, false, null, \"x\\u00e9\\n\"]} ");

    assertThat(JsonText.sorted(value)).isEqualTo("{\"a\":[1,-2.5,true,false,null,\"xé\\n\"]}");
  }

  @Test
  void readsWholeNumbersAsIntegers() throws JsonParser.NotJson {
    assertThat(JsonParser.parse("100.0")).isEqualTo(100);
    assertThat(JsonParser.parse("4294967296")).isEqualTo(4294967296L);
  }

  @Test
  void takesTheLastOfEqualKeys() throws JsonParser.NotJson {
    assertThat(JsonParser.parse("{\"a\":1,\"a\":2}")).isEqualTo(Map.of("a", 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ON",
        "TRUE",
        "True",
        "NULL",
        "nul",
        "01",
        "+1",
        "1.",
        ".5",
        "1e",
        "-",
        "0x10",
        "NaN",
        "Infinity",
        "'a'",
        "\"a",
        "\"\\x\"",
        "\"\\'\"",
        "\"\\u12g4\"",
        "\"a\nb\"",
        "{a:1}",
        "{\"a\":1,}",
        "[1,]",
        "[1 2]",
        "{\"a\"}",
        "1 2",
        "{}x",
        "//",
        "[",
        "{",
        "\u00a01"
      })
  void refusesWhatIsNotJson(String text) {
    assertThatThrownBy(() -> JsonParser.parse(text)).isInstanceOf(JsonParser.NotJson.class);
    assertThat(JsonParser.parseOrText(text)).isEqualTo(text);
  }

  @Test
  void refusesWhatIsNestedTooDeeply() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    assertThatThrownBy(() -> JsonParser.parse(deep)).isInstanceOf(JsonParser.NotJson.class);
  }

  @Test
  void survivesNoise() {
    Random random = new Random(1);
    String alphabet = "{}[]\",:0123456789.eE+-truefalsn\\u \n";

    for (int i = 0; i < 100_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(20); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      Object value = JsonParser.parseOrText(text.toString());
      assertThat(JsonText.sorted(value)).isNotEmpty();
    }
  }
}
