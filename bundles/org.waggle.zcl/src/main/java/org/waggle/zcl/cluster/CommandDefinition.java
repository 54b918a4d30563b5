package org.waggle.zcl.cluster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.waggle.zcl.Decoded;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * A command of a cluster, and the codec of its payload.
 *
 * @param id 0..0xFF
 * @param name as Zigbee2MQTT publishes it
 * @param response the id of the command that answers it, if one does
 * @param required whether devices have to have it
 */
public record CommandDefinition(
    int id,
    String name,
    List<ParameterDefinition> parameters,
    OptionalInt response,
    boolean required) {

  public CommandDefinition {
    parameters = List.copyOf(parameters);
  }

  /** A command without a response. */
  public static CommandDefinition of(int id, String name, ParameterDefinition... parameters) {
    return new CommandDefinition(id, name, List.of(parameters), OptionalInt.empty(), false);
  }

  /**
   * The payload of this command.
   *
   * <p>For a parameter of a ZCL type, {@code values} has what {@link
   * org.waggle.zcl.ZclValue#convert} takes; {@link SpecialType} says what special types take.
   * Values of no parameter are ignored.
   *
   * @throws IllegalArgumentException naming the parameter that is missing or does not fit
   */
  public Octets encode(Map<String, ?> values) {
    ZclWriter writer = new ZclWriter();
    Map<String, Object> known = Collections.unmodifiableMap(values);
    ParameterDefinition previous = null;
    for (ParameterDefinition parameter : parameters) {
      if (isPresent(parameter, known, Integer.MAX_VALUE)) {
        write(writer, parameter, new Fields(known, previous));
      }
      previous = parameter;
    }
    return writer.toOctets();
  }

  private void write(ZclWriter writer, ParameterDefinition parameter, Fields fields) {
    Object value = fields.values().get(parameter.name());
    if (value == null) {
      if (parameter.isOptional()) {
        return;
      }
      throw new IllegalArgumentException(
          "parameter '" + parameter.name() + "' of '" + name + "' is missing");
    }
    try {
      Codec.of(parameter.type()).write(writer, value, fields);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "parameter '" + parameter.name() + "' of '" + name + "': " + e.getMessage(), e);
    }
  }

  /**
   * The values in a payload, in the order of the parameters; never throws.
   *
   * <p>For a parameter of a ZCL type the value is a {@link org.waggle.zcl.ZclValue#value},
   * non-value or not, except that strings without a length are empty; {@link SpecialType} says what
   * special types give. Parameters that are not present are missing; octets after the last are
   * ignored.
   */
  public Decoded<Map<String, Object>> decode(Octets payload) {
    return ZclReader.decode(payload, this::read);
  }

  private Map<String, Object> read(ZclReader reader) {
    Map<String, Object> values = new LinkedHashMap<>();
    @Nullable ParameterDefinition previous = null;
    for (ParameterDefinition parameter : parameters) {
      if (isPresent(parameter, values, reader.remaining())) {
        reader.field(parameter.name());
        values.put(
            parameter.name(),
            Codec.of(parameter.type()).read(reader, new Fields(values, previous)));
      }
      previous = parameter;
    }
    return Collections.unmodifiableMap(values);
  }

  private static boolean isPresent(
      ParameterDefinition parameter, Map<String, Object> values, int remaining) {
    for (Condition condition : parameter.conditions()) {
      if (!condition.holds(values, remaining)) {
        return false;
      }
    }
    return true;
  }
}
