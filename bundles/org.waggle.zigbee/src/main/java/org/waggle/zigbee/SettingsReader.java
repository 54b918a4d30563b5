package org.waggle.zigbee;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.RadioSettings.FlowControl;
import org.waggle.zcl.Octets;

/** Understands what users configured; what it cannot understand is one sentence for them. */
final class SettingsReader {

  private static final String GENERATE = "GENERATE";

  private SettingsReader() {}

  /**
   * @throws IllegalArgumentException with a message for users
   */
  static Settings read(NetworkConfiguration configuration) {
    return new Settings(
        anyIfEmpty(configuration.adapter().trim()),
        radio(configuration),
        within("channel", number("channel", configuration.channel().trim()), 11, 26),
        panId(configuration.pan__id()),
        extendedPanId(configuration.ext__pan__id()),
        networkKey(configuration.network__key()),
        within("concurrency", number("concurrency", configuration.concurrency().trim()), 1, 64),
        configuration.reform(),
        Optional.empty());
  }

  private static RadioSettings radio(NetworkConfiguration configuration) {
    int baudRate = number("baud_rate", configuration.baud__rate().trim());
    String power = configuration.transmit__power().trim();
    return new RadioSettings(
        isAny(configuration.port().trim()) ? "" : configuration.port().trim(),
        baudRate > 0 ? OptionalInt.of(baudRate) : OptionalInt.empty(),
        flowControl(configuration.flow__control()),
        power.isEmpty()
            ? OptionalInt.empty()
            : OptionalInt.of(within("transmit_power", number("transmit_power", power), -128, 127)));
  }

  private static String anyIfEmpty(String adapter) {
    return adapter.isEmpty() || isAny(adapter) ? RadioProviders.ANY : adapter;
  }

  private static boolean isAny(String text) {
    return text.equalsIgnoreCase(RadioProviders.ANY);
  }

  private static FlowControl flowControl(String text) {
    try {
      return FlowControl.valueOf(text.trim().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "flow_control is \"" + text + "\", not one of auto, none, software, hardware", e);
    }
  }

  private static OptionalInt panId(String text) {
    return isGenerate(text)
        ? OptionalInt.empty()
        : OptionalInt.of(within("pan_id", number("pan_id", text.trim()), 1, 0xFFFE));
  }

  private static OptionalLong extendedPanId(String... words) {
    if (words.length == 1 && isGenerate(words[0])) {
      return OptionalLong.empty();
    }
    long value = 0;
    Octets digits = octets("ext_pan_id", 8, words);
    // A list is in the order of the air, least significant octet first; digits are in that of text.
    boolean list = words.length > 1 || words[0].contains(",");
    for (int i = 0; i < 8; i++) {
      value = value << 8 | digits.at(list ? 7 - i : i);
    }
    return OptionalLong.of(value);
  }

  private static Optional<Octets> networkKey(String... words) {
    return words.length == 1 && isGenerate(words[0])
        ? Optional.empty()
        : Optional.of(octets("network_key", 16, words));
  }

  private static Octets octets(String key, int size, String... words) {
    if (words.length == 1) {
      String text = words[0].trim();
      if (text.matches("(0[xX])?[0-9a-fA-F]{" + 2 * size + "}")) {
        return Octets.ofHex(text.substring(text.length() - 2 * size));
      }
      if (text.contains(",")) {
        return octets(key, size, text.replaceAll("[\\[\\]]", "").split(","));
      }
    }
    List<Integer> numbers =
        Arrays.stream(words).map(word -> within(key, number(key, word.trim()), 0, 0xFF)).toList();
    if (numbers.size() != size) {
      throw new IllegalArgumentException(
          key
              + " has to be "
              + 2 * size
              + " hexadecimal digits, or "
              + size
              + " numbers, or GENERATE");
    }
    return Octets.of(numbers.stream().mapToInt(Integer::intValue).toArray());
  }

  private static boolean isGenerate(String text) {
    return text.trim().equalsIgnoreCase(GENERATE);
  }

  private static int number(String key, String text) {
    try {
      return Integer.decode(text.replaceFirst("^0+(?=[0-9])", ""));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + ": \"" + text + "\" is not a number", e);
    }
  }

  private static int within(String key, int number, int least, int greatest) {
    if (number < least || number > greatest) {
      throw new IllegalArgumentException(
          key + " is " + number + ", not " + least + " to " + greatest);
    }
    return number;
  }
}
