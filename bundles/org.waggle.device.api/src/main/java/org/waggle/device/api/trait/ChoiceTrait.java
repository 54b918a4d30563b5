package org.waggle.device.api.trait;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.zcl.ZclValue;

/**
 * One of several states that an attribute holds.
 *
 * @param expose for a device with one endpoint
 * @param choices what the attribute holds, by what clients read
 * @param reporting how it is reported; without it, it is only read
 */
public record ChoiceTrait(
    String name,
    Attribute attribute,
    Expose expose,
    Map<String, Long> choices,
    Optional<Reporting> reporting,
    Scope scope)
    implements Trait {

  /**
   * @throws IllegalArgumentException if there is nothing to choose, or two choices are the same
   */
  public ChoiceTrait {
    if (choices.isEmpty() || new HashSet<>(choices.values()).size() < choices.size()) {
      throw new IllegalArgumentException(name + " has no choices to tell apart: " + choices);
    }
    choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
  }

  /** A choice that clients can ask for and set. */
  public static ChoiceTrait choice(String name, Attribute attribute, Map<String, Long> choices) {
    return new ChoiceTrait(
        name,
        attribute,
        Expose.choice(name, Access.ALL, List.copyOf(choices.keySet())),
        choices,
        Optional.empty(),
        Scope.ALL);
  }

  public ChoiceTrait describedAs(String description) {
    return exposedAs(expose.withDescription(description));
  }

  public ChoiceTrait labelled(String label) {
    return exposedAs(expose.withLabel(label));
  }

  public ChoiceTrait accessible(int access) {
    return exposedAs(expose.withAccess(access));
  }

  public ChoiceTrait configuring() {
    return exposedAs(expose.withCategory("config"));
  }

  public ChoiceTrait diagnostic() {
    return exposedAs(expose.withCategory("diagnostic"));
  }

  public ChoiceTrait reported(int minimumInterval, int maximumInterval) {
    return new ChoiceTrait(
        name,
        attribute,
        expose,
        choices,
        Optional.of(Reporting.of(minimumInterval, maximumInterval, 0)),
        scope);
  }

  public ChoiceTrait at(Scope scope) {
    return new ChoiceTrait(name, attribute, expose, choices, reporting, scope);
  }

  private ChoiceTrait exposedAs(Expose expose) {
    return new ChoiceTrait(name, attribute, expose, choices, reporting, scope);
  }

  @Override
  public List<Expose> exposes(Map<String, @Nullable Object> options) {
    return scope.exposes(expose);
  }

  @Override
  public List<Decoder> decoders() {
    return List.of(
        AttributeParts.decoder(
            name,
            attribute,
            value -> {
              long raw = OnTheWire.integer(value).orElse(-1);
              return choices.entrySet().stream()
                  .filter(choice -> choice.getValue() == raw)
                  .map(Map.Entry::getKey)
                  .findFirst();
            }));
  }

  @Override
  public List<KeyEncoder> encoders() {
    return AttributeParts.encoders(name, attribute, expose.access(), this::encode);
  }

  private ZclValue encode(Object value) {
    String text = String.valueOf(value);
    for (String key : List.of(text, text.toLowerCase(Locale.ROOT), text.toUpperCase(Locale.ROOT))) {
      Long raw = choices.get(key);
      if (raw != null) {
        return attribute.value(raw);
      }
    }
    throw new DeviceException(
        "Key '%s' not found in: [%s]".formatted(text, String.join(", ", choices.keySet())));
  }

  @Override
  public List<Step> steps() {
    return AttributeParts.steps(attribute, expose.access(), reporting, scope);
  }
}
