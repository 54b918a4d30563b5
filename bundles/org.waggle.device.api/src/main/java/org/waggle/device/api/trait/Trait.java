package org.waggle.device.api.trait;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.expose.Expose;

/**
 * One thing a device can do, or tell: what it exposes, which messages tell of it, how it is set and
 * asked for, and what has to be configured. Immutable.
 *
 * <p>Vendors vary the behaviour of these kinds; what fits none of the first five is a {@link
 * CompositeTrait}.
 */
public sealed interface Trait extends TraitSource
    permits NumericTrait, BinaryTrait, ChoiceTrait, TextTrait, ActionTrait, CompositeTrait {

  /** Which endpoints it is about. */
  Scope scope();

  /**
   * What clients see.
   *
   * @param options in force for the device
   */
  List<Expose> exposes(Map<String, @Nullable Object> options);

  /** Options besides those of its decoders and encoders. */
  default List<Expose> options() {
    return List.of();
  }

  default List<Decoder> decoders() {
    return List.of();
  }

  default List<KeyEncoder> encoders() {
    return List.of();
  }

  default List<Step> steps() {
    return List.of();
  }

  /** Its part of {@link org.waggle.device.api.DeviceDefinition#meta}. */
  default Map<String, Object> meta() {
    return Map.of();
  }

  @Override
  default Trait trait() {
    return this;
  }
}
