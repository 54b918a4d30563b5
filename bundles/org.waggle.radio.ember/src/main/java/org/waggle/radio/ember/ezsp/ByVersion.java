package org.waggle.radio.ember.ezsp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One thing in each version of the protocol: a table of layouts, written as UG100's history of a
 * frame is told.
 *
 * <pre>{@code
 * ByVersion.<Encoder<SendBroadcast>>since(8, (it, to) -> ...).then(14, (it, to) -> ...);
 * }</pre>
 */
final class ByVersion<T> {

  private final @Nullable Object[] table;

  private ByVersion(@Nullable Object[] table) {
    this.table = table;
  }

  /** {@code value} in {@code version} and all later ones; nothing before. */
  static <T> ByVersion<T> since(int version, T value) {
    @Nullable Object[] empty = new @Nullable Object[EzspVersion.NEWEST + 1];
    return new ByVersion<T>(empty).then(version, value);
  }

  /** Another value in {@code version} and all later ones. */
  ByVersion<T> then(int version, T value) {
    @Nullable Object[] changed = table.clone();
    Arrays.fill(changed, version, changed.length, value);
    return new ByVersion<>(changed);
  }

  /**
   * @throws IllegalArgumentException if the version has nothing
   */
  @SuppressWarnings("unchecked") // the table holds T only
  T in(EzspVersion version) {
    Object value = table[version.number()];
    if (value == null) {
      throw new IllegalArgumentException("Not in " + version);
    }
    return (T) value;
  }
}
