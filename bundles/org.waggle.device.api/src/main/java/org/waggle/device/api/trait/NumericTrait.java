package org.waggle.device.api.trait;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.Numbers;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.zcl.ZclValue;

/**
 * A number that an attribute holds.
 *
 * @param expose for a device with one endpoint
 * @param fromRaw from what the attribute holds to what clients see
 * @param toRaw the way back
 * @param reporting how it is reported; without it, it is only read
 */
public record NumericTrait(
    String name,
    Attribute attribute,
    Expose expose,
    UnaryOperator<BigDecimal> fromRaw,
    UnaryOperator<BigDecimal> toRaw,
    Optional<Reporting> reporting,
    Scope scope)
    implements Trait {

  /** A number that clients read as the attribute holds it, and can ask for. */
  public static NumericTrait numeric(String name, Attribute attribute) {
    return new NumericTrait(
        name,
        attribute,
        Expose.numeric(name, Access.STATE_GET),
        UnaryOperator.identity(),
        UnaryOperator.identity(),
        Optional.empty(),
        Scope.ALL);
  }

  public NumericTrait in(String unit) {
    return exposedAs(expose.withUnit(unit));
  }

  public NumericTrait describedAs(String description) {
    return exposedAs(expose.withDescription(description));
  }

  public NumericTrait labelled(String label) {
    return exposedAs(expose.withLabel(label));
  }

  /** The attribute holds the number without the point: {@code 2149} for {@code 21.49}. */
  public NumericTrait decimals(int decimals) {
    return scaled(raw -> raw.movePointLeft(decimals), value -> value.movePointRight(decimals));
  }

  /** The attribute holds something from which the number is computed. */
  public NumericTrait scaled(UnaryOperator<BigDecimal> fromRaw, UnaryOperator<BigDecimal> toRaw) {
    return new NumericTrait(name, attribute, expose, fromRaw, toRaw, reporting, scope);
  }

  /**
   * Clients can set it within bounds.
   *
   * @throws IllegalArgumentException if the minimum is above the maximum
   */
  public NumericTrait settable(Number minimum, Number maximum) {
    return accessible(expose.access() | Access.SET).between(minimum, maximum);
  }

  public NumericTrait accessible(int access) {
    return exposedAs(expose.withAccess(access));
  }

  /**
   * It stays within bounds.
   *
   * @throws IllegalArgumentException if the minimum is above the maximum
   */
  public NumericTrait between(Number minimum, Number maximum) {
    if (minimum.doubleValue() > maximum.doubleValue()) {
      throw new IllegalArgumentException(name + " has no bounds: " + minimum + ".." + maximum);
    }
    return exposedAs(expose.withRange(minimum, maximum));
  }

  /** Anything else that clients are told about it. */
  public NumericTrait with(String key, Object value) {
    return exposedAs(expose.with(key, value));
  }

  public NumericTrait inSteps(Number step) {
    return exposedAs(expose.withStep(step));
  }

  /** It tells of the device's health rather than of the world. */
  public NumericTrait diagnostic() {
    return exposedAs(expose.withCategory("diagnostic"));
  }

  /** It changes how the device works. */
  public NumericTrait configuring() {
    return exposedAs(expose.withCategory("config"));
  }

  /**
   * @param minimumInterval seconds
   * @param maximumInterval seconds
   * @param change of what the attribute holds
   */
  public NumericTrait reported(int minimumInterval, int maximumInterval, BigDecimal change) {
    return new NumericTrait(
        name,
        attribute,
        expose,
        fromRaw,
        toRaw,
        Optional.of(new Reporting(minimumInterval, maximumInterval, change)),
        scope);
  }

  /** As {@link #reported(int, int, BigDecimal)}. */
  public NumericTrait reported(int minimumInterval, int maximumInterval, long change) {
    return reported(minimumInterval, maximumInterval, BigDecimal.valueOf(change));
  }

  /** It is only read, never reported. */
  public NumericTrait unreported() {
    return new NumericTrait(name, attribute, expose, fromRaw, toRaw, Optional.empty(), scope);
  }

  public NumericTrait at(Scope scope) {
    return new NumericTrait(name, attribute, expose, fromRaw, toRaw, reporting, scope);
  }

  private NumericTrait exposedAs(Expose expose) {
    return new NumericTrait(name, attribute, expose, fromRaw, toRaw, reporting, scope);
  }

  @Override
  public List<Expose> exposes(Map<String, @Nullable Object> options) {
    return scope.exposes(expose);
  }

  @Override
  public List<Decoder> decoders() {
    return List.of(
        AttributeParts.decoder(
            name, attribute, value -> OnTheWire.number(value).map(fromRaw).map(Numbers::of)));
  }

  @Override
  public List<KeyEncoder> encoders() {
    return AttributeParts.encoders(name, attribute, expose.access(), this::encode);
  }

  private ZclValue encode(Object value) {
    BigDecimal number =
        Numbers.exact(value)
            .orElseThrow(() -> new DeviceException("'" + name + "' is not a number, got " + value));
    return attribute.value(toRaw.apply(number));
  }

  @Override
  public List<Step> steps() {
    return AttributeParts.steps(attribute, expose.access(), reporting, scope);
  }
}
