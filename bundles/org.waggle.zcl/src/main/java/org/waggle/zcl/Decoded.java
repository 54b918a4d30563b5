package org.waggle.zcl;

import java.util.Optional;
import java.util.function.Function;

/**
 * The outcome of decoding bytes from the air: a value, or what was wrong with them.
 *
 * @param <T> what was to be decoded
 */
public sealed interface Decoded<T> {

  /** The bytes were well formed. */
  record Ok<T>(T value) implements Decoded<T> {}

  /**
   * The bytes were not well formed.
   *
   * @param reason one line for a log, naming the field and the offset
   * @param octets all of the bytes that were to be decoded
   */
  record Malformed<T>(String reason, Octets octets) implements Decoded<T> {}

  static <T> Decoded<T> ok(T value) {
    return new Ok<>(value);
  }

  static <T> Decoded<T> malformed(String reason, Octets octets) {
    return new Malformed<>(reason, octets);
  }

  default Optional<T> toOptional() {
    return this instanceof Ok<T> ok ? Optional.of(ok.value) : Optional.empty();
  }

  default <R> Decoded<R> map(Function<? super T, ? extends R> mapper) {
    if (this instanceof Ok<T> ok) {
      return new Ok<>(mapper.apply(ok.value));
    }
    Malformed<T> malformed = (Malformed<T>) this;
    return new Malformed<>(malformed.reason, malformed.octets);
  }
}
