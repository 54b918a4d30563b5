package org.waggle.device.api.trait;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.expose.Expose;

/**
 * A trait put together from parts: lights, locks, meters, and a vendor's quirks.
 *
 * @param exposed by the options in force
 */
public record CompositeTrait(
    Scope scope,
    Function<Map<String, @Nullable Object>, List<Expose>> exposed,
    List<Expose> options,
    List<Decoder> decoders,
    List<KeyEncoder> encoders,
    List<Step> steps,
    Map<String, Object> meta)
    implements Trait {

  public CompositeTrait {
    options = List.copyOf(options);
    decoders = List.copyOf(decoders);
    encoders = List.copyOf(encoders);
    steps = List.copyOf(steps);
    meta = Map.copyOf(meta);
  }

  /** A trait that exposes something, and does nothing yet. */
  public static CompositeTrait exposing(Expose... exposes) {
    return exposing(Scope.ALL, List.of(exposes));
  }

  /** A trait that exposes something at each endpoint of a scope, and does nothing yet. */
  public static CompositeTrait exposing(Scope scope, List<Expose> exposes) {
    List<Expose> all = new ArrayList<>();
    exposes.forEach(expose -> all.addAll(scope.exposes(expose)));
    List<Expose> fixed = List.copyOf(all);
    return new CompositeTrait(
        scope, options -> fixed, List.of(), List.of(), List.of(), List.of(), Map.of());
  }

  @Override
  public List<Expose> exposes(Map<String, @Nullable Object> options) {
    return exposed.apply(options);
  }

  /** The same with exposes that are already those of its endpoints. */
  public CompositeTrait withExposes(List<Expose> exposes) {
    List<Expose> fixed = List.copyOf(exposes);
    return new CompositeTrait(
        scope, options -> fixed, this.options, decoders, encoders, steps, meta);
  }

  public CompositeTrait decodedBy(Decoder... more) {
    return new CompositeTrait(
        scope, exposed, options, joined(decoders, more), encoders, steps, meta);
  }

  public CompositeTrait encodedBy(KeyEncoder... more) {
    return new CompositeTrait(
        scope, exposed, options, decoders, joined(encoders, more), steps, meta);
  }

  public CompositeTrait configuredBy(Step... more) {
    return new CompositeTrait(
        scope, exposed, options, decoders, encoders, joined(steps, more), meta);
  }

  public CompositeTrait withMeta(Map<String, Object> meta) {
    return new CompositeTrait(scope, exposed, options, decoders, encoders, steps, meta);
  }

  private static <T> List<T> joined(List<T> some, T[] more) {
    List<T> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all;
  }
}
