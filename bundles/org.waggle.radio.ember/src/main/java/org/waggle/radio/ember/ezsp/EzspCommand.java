package org.waggle.radio.ember.ezsp;

/**
 * A request of the host, and how to read its response.
 *
 * @param <R> what the response says; {@link EzspStatus#OK} where it says nothing
 */
public interface EzspCommand<R> {

  int frameId();

  /**
   * Whether the version has this command; an NCP answers {@code invalidCommand} to one that it does
   * not have.
   */
  default boolean isIn(EzspVersion version) {
    return true;
  }

  /** Writes the parameters as the writer's version has them. */
  void encode(EzspWriter to);

  /** Reads the response's parameters as the reader's version has them; more octets may follow. */
  R decodeResponse(EzspReader from) throws EzspFormatException;

  /** For logs. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** Writes one version's layout of a request. */
  @FunctionalInterface
  interface Encoder<C> {
    void encode(C command, EzspWriter to);
  }

  /** Reads one version's layout of a response or callback. */
  @FunctionalInterface
  interface Decoder<R> {
    R decode(EzspReader from) throws EzspFormatException;
  }
}
