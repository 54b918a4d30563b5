package org.waggle.bridge.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonTextTest {

  @Test
  void sortsKeysAtEveryLevelByCodeUnit() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("b", 1);
    map.put("a", Map.of("10", 1, "2", 2, "B", 3));

    assertThat(JsonText.sorted(map)).isEqualTo("{\"a\":{\"10\":1,\"2\":2,\"B\":3},\"b\":1}");
  }

  @Test
  void keepsTheOrderOfTheMapWhereAsked() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("b", true);
    map.put("a", null);

    assertThat(JsonText.inOrder(map)).isEqualTo("{\"b\":true,\"a\":null}");
  }

  /** What {@code JSON.stringify(JSON.parse(x))} gives in Node.js. */
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0, 0",
    "1.0, 1",
    "100.50, 100.5",
    "21.49, 21.49",
    "-0.0001, -0.0001",
    "1e21, 1e+21",
    "1e20, 100000000000000000000",
    "123456789012345680000, 123456789012345680000",
    "1e-6, 0.000001",
    "1e-7, 1e-7",
    "1.5e-9, 1.5e-9",
    "5e-324, 5e-324",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "1e400, null",
    "9007199254740993, 9007199254740992",
    "12345678901234567890, 12345678901234567000",
    "0.30000000000000004, 0.30000000000000004",
    "5.6843418860808015e-14, 5.684341886080802e-14",
    "2e23, 2e+23",
    "123456.789e3, 123456789",
  })
  void writesNumbersAsJavaScriptDoes(String read, String written) throws JsonParser.NotJson {
    assertThat(JsonText.sorted(JsonParser.parse(read))).isEqualTo(written);
  }

  @Test
  void writesNumbersOfAnyJavaType() {
    List<Object> numbers =
        Arrays.asList(
            (byte) 1, (short) 2, 3, 4L, 1L << 60, 5.0f, 6.25, new BigDecimal("7.00"), Double.NaN);

    assertThat(JsonText.sorted(numbers)).isEqualTo("[1,2,3,4,1152921504606847000,5,6.25,7,null]");
  }

  @Test
  void writesWhatIsTooLargeForAnIntegerInJavaScriptAsText() {
    assertThat(JsonText.sorted(new BigInteger("18446744073709551615")))
        .isEqualTo("\"18446744073709551615\"");
  }

  @Test
  void escapesWhatJavaScriptEscapes() {
    assertThat(JsonText.sorted("a\"\\/\b\f\n\r\t\u0001\u007f\u2028é😀"))
        .isEqualTo("\"a\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\u007f\u2028é😀\"");
    assertThat(JsonText.sorted("\ud83d lone")).isEqualTo("\"\\ud83d lone\"");
  }

  @Test
  void writesEmptyCollections() {
    assertThat(JsonText.sorted(List.of(Map.of(), new ArrayList<>()))).isEqualTo("[{},[]]");
  }
}
