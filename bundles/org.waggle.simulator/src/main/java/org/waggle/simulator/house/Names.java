package org.waggle.simulator.house;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.waggle.simulator.device.AttributeKey;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.cluster.AttributeDefinition;
import org.waggle.zcl.cluster.AttributeFlag;
import org.waggle.zcl.cluster.ClusterDefinition;
import org.waggle.zcl.cluster.Clusters;

/** Clusters and attributes by the names or numbers that people write. */
public final class Names {

  private static final Map<Integer, List<ClusterDefinition>> BY_ID =
      Clusters.standard().definitions().stream()
          .collect(Collectors.groupingBy(ClusterDefinition::id));

  private Names() {}

  /**
   * A number in decimal or, after {@code 0x}, hexadecimal.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static long number(String text) {
    try {
      return Long.decode(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a number: " + text, e);
    }
  }

  /**
   * The id of a cluster with this name or number.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static int cluster(String text) {
    return isNumber(text)
        ? (int) number(text)
        : Clusters.standard()
            .find(text)
            .map(ClusterDefinition::id)
            .orElseThrow(() -> new IllegalArgumentException("no cluster " + text));
  }

  /**
   * An attribute by name, by number, or by number, {@code @} and manufacturer code.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static AttributeKey attribute(int cluster, String text) {
    if (isNumber(text)) {
      int at = text.indexOf('@');
      return at < 0
          ? AttributeKey.standard((int) number(text))
          : new AttributeKey(
              OptionalInt.of((int) number(text.substring(at + 1))),
              (int) number(text.substring(0, at)));
    }
    return definitions(cluster)
        .flatMap(definition -> definition.attributes().stream())
        .filter(attribute -> attribute.name().equals(text))
        .findFirst()
        .map(attribute -> new AttributeKey(attribute.manufacturerCode(), attribute.id()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no attribute " + text + " in cluster " + String.format("0x%04x", cluster)));
  }

  /** The type of an attribute that the tables know. */
  public static Optional<ZclType> type(int cluster, AttributeKey key) {
    return definition(cluster, key).map(AttributeDefinition::type);
  }

  /** Which attributes of a cluster the tables call read-only. */
  public static Predicate<AttributeKey> readOnly(int cluster) {
    return key ->
        definition(cluster, key)
            .filter(
                attribute ->
                    !attribute.has(AttributeFlag.WRITABLE)
                        && !attribute.has(AttributeFlag.WRITE_OPTIONAL))
            .isPresent();
  }

  private static Optional<AttributeDefinition> definition(int cluster, AttributeKey key) {
    return definitions(cluster)
        .flatMap(definition -> definition.attributes().stream())
        .filter(
            attribute ->
                attribute.id() == key.id()
                    && attribute.manufacturerCode().equals(key.manufacturerCode()))
        .findFirst();
  }

  /** Several makers may have a cluster with the same number. */
  private static Stream<ClusterDefinition> definitions(int cluster) {
    return BY_ID.getOrDefault(cluster, List.of()).stream();
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && Character.isDigit(text.charAt(0));
  }
}
