package org.waggle.device.api.trait;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceIdentity;
import org.waggle.device.api.DeviceMessage;
import org.waggle.device.api.access.Device;
import org.waggle.device.api.access.DeviceEndpoint;
import org.waggle.zcl.ZclValue;

/**
 * A message as a trait sees it.
 *
 * @param attributes that it tells of; none if it is a command
 * @param command that it is; none if it tells of attributes
 * @param suffix the end of property names: empty, or {@code _} and the endpoint's name
 */
public record Reception(
    DeviceMessage message,
    Device device,
    Optional<Attributes> attributes,
    Optional<Command> command,
    String suffix) {

  /**
   * A command from the device.
   *
   * @param name as Zigbee2MQTT has it
   * @param values by parameter name, as {@link org.waggle.zcl.cluster.CommandDefinition#decode}
   *     gives them
   */
  public record Command(String name, Map<String, Object> values) {

    /** An integer parameter; 0 if the command came without it. */
    public long integer(String parameter) {
      return values.get(parameter) instanceof Number number ? number.longValue() : 0;
    }

    public boolean has(String parameter) {
      return values.containsKey(parameter);
    }
  }

  /** A property's name at the endpoint that sent this. */
  public String property(String name) {
    return name + suffix;
  }

  /** A state property as last published, of the endpoint that sent this. */
  public @Nullable Object state(String name) {
    return device.state().get(property(name));
  }

  public Map<String, @Nullable Object> options() {
    return device.options();
  }

  public boolean isOn(String option) {
    return Boolean.TRUE.equals(options().get(option));
  }

  public Optional<DeviceEndpoint> endpoint() {
    return device.endpoint(message.endpoint());
  }

  /** The value of an attribute of the same endpoint, from this message or known before. */
  public Optional<ZclValue> known(Attribute attribute) {
    return attributes
        .flatMap(values -> values.value(attribute))
        .or(() -> device.identity().endpoint(message.endpoint()).flatMap(e -> known(e, attribute)));
  }

  static Optional<ZclValue> known(DeviceIdentity.Endpoint endpoint, Attribute attribute) {
    return endpoint.attribute(attribute.clusterId(), attribute.id());
  }

  /** State of one property, of the endpoint that sent this. */
  public Map<String, @Nullable Object> only(String name, Object value) {
    return Map.of(property(name), value);
  }
}
