package org.waggle.device.api.trait;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.SetRequest;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.expose.Access;
import org.waggle.zcl.ZclValue;

/** What traits about a single attribute have in common. */
final class AttributeParts {

  private AttributeParts() {}

  static Decoder decoder(
      String name, Attribute attribute, Function<ZclValue, Optional<? extends Object>> decode) {
    return Decoder.ofAttributes(
        attribute.clusterId(),
        (reception, attributes) -> {
          Map<String, @Nullable Object> nothing = Map.of();
          return attributes
              .value(attribute)
              .flatMap(decode)
              .map(value -> reception.only(name, value))
              .orElse(nothing);
        });
  }

  static List<KeyEncoder> encoders(
      String name, Attribute attribute, int access, Function<Object, ZclValue> encode) {
    if ((access & (Access.SET | Access.GET)) == 0) {
      return List.of();
    }
    Optional<KeyEncoder.Setter> setter =
        (access & Access.SET) == 0
            ? Optional.empty()
            : Optional.of(request -> write(request, name, attribute, encode));
    Optional<KeyEncoder.Getter> getter =
        (access & Access.GET) == 0 ? Optional.empty() : Optional.of(KeyEncoder.getter(attribute));
    return List.of(new KeyEncoder(Set.of(name), List.of(), List.of(), setter, getter));
  }

  private static CompletionStage<SetResult> write(
      SetRequest request, String name, Attribute attribute, Function<Object, ZclValue> encode) {
    Object value = request.value();
    if (value == null) {
      throw new IllegalArgumentException("'" + name + "' is null");
    }
    return attribute
        .set(
            KeyEncoder.target(request.target(), request.endpoint(), attribute.clusterId()),
            encode.apply(value))
        .thenApply(ignored -> SetResult.of(Map.of(name, value)));
  }

  static List<Step> steps(
      Attribute attribute, int access, Optional<Reporting> reporting, Scope scope) {
    if (reporting.isPresent()) {
      return List.of(
          (access & Access.GET) != 0
              ? Step.reporting(attribute, reporting.get(), scope)
              : setup ->
                  Step.each(
                      setup.servers(attribute.clusterId(), scope),
                      endpoint ->
                          setup.report(endpoint, List.of(attribute), List.of(reporting.get()))));
    }
    return (access & Access.GET) != 0
        ? List.of(Step.readingIfPossible(attribute, scope))
        : List.of();
  }
}
