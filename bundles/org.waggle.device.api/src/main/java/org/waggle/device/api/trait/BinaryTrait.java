package org.waggle.device.api.trait;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;

/**
 * One of two states that an attribute holds.
 *
 * @param expose for a device with one endpoint
 * @param on what clients read, and the attribute holds, for the one state
 * @param off for the other, and for anything else the attribute holds
 * @param reporting how it is reported; without it, it is only read
 */
public record BinaryTrait(
    String name,
    Attribute attribute,
    Expose expose,
    State on,
    State off,
    Optional<Reporting> reporting,
    Scope scope)
    implements Trait {

  /** What clients read for what the attribute holds. */
  public record State(Object shown, long raw) {}

  /**
   * @throws IllegalArgumentException if the states are the same
   */
  public BinaryTrait {
    if (on.raw == off.raw || on.shown.equals(off.shown)) {
      throw new IllegalArgumentException(name + " has one state: " + on + ", " + off);
    }
  }

  /** A boolean that clients can ask for. */
  public static BinaryTrait binary(String name, Attribute attribute) {
    return binary(name, attribute, new State(true, 1), new State(false, 0));
  }

  /** Two states that clients can ask for. */
  public static BinaryTrait binary(String name, Attribute attribute, State on, State off) {
    return new BinaryTrait(
        name,
        attribute,
        Expose.binary(name, Access.STATE_GET, on.shown, off.shown),
        on,
        off,
        Optional.empty(),
        Scope.ALL);
  }

  public BinaryTrait describedAs(String description) {
    return exposedAs(expose.withDescription(description));
  }

  public BinaryTrait labelled(String label) {
    return exposedAs(expose.withLabel(label));
  }

  public BinaryTrait diagnostic() {
    return exposedAs(expose.withCategory("diagnostic"));
  }

  public BinaryTrait configuring() {
    return exposedAs(expose.withCategory("config"));
  }

  public BinaryTrait settable() {
    return exposedAs(expose.withAccess(expose.access() | Access.SET));
  }

  public BinaryTrait reported(int minimumInterval, int maximumInterval) {
    return new BinaryTrait(
        name,
        attribute,
        expose,
        on,
        off,
        Optional.of(Reporting.of(minimumInterval, maximumInterval, 1)),
        scope);
  }

  public BinaryTrait at(Scope scope) {
    return new BinaryTrait(name, attribute, expose, on, off, reporting, scope);
  }

  private BinaryTrait exposedAs(Expose expose) {
    return new BinaryTrait(name, attribute, expose, on, off, reporting, scope);
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
            value ->
                Optional.of(
                    OnTheWire.integer(value).orElse(off.raw) == on.raw ? on.shown : off.shown)));
  }

  @Override
  public List<KeyEncoder> encoders() {
    return AttributeParts.encoders(
        name,
        attribute,
        expose.access(),
        value -> attribute.value(value.equals(on.shown) ? on.raw : off.raw));
  }

  @Override
  public List<Step> steps() {
    return AttributeParts.steps(attribute, expose.access(), reporting, scope);
  }
}
