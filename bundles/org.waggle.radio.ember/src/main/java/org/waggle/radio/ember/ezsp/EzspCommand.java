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

  /** The name in UG100, for logs, which must not show the parameters: they may hold keys. */
  default String name() {
    String type = getClass().getSimpleName();
    return Character.toLowerCase(type.charAt(0)) + type.substring(1);
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

  /** A request without parameters. */
  interface Bare<R> extends EzspCommand<R> {
    @Override
    default void encode(EzspWriter to) {}
  }

  /** A request whose response has no parameters. */
  interface Unanswered extends EzspCommand<EzspStatus> {
    @Override
    default EzspStatus decodeResponse(EzspReader from) {
      return EzspStatus.OK;
    }
  }

  /** A request whose response is an {@code EmberStatus}; {@code sl_status} since version 14. */
  interface EmberAnswered extends EzspCommand<EzspStatus> {
    @Override
    default EzspStatus decodeResponse(EzspReader from) throws EzspFormatException {
      return from.emberStatus();
    }
  }

  /** A request whose response is an {@code EzspStatus}; {@code sl_status} since version 14. */
  interface EzspAnswered extends EzspCommand<EzspStatus> {
    @Override
    default EzspStatus decodeResponse(EzspReader from) throws EzspFormatException {
      return from.ezspStatus();
    }
  }

  /** A request whose response is an {@code sl_status} in every version. */
  interface SlAnswered extends EzspCommand<EzspStatus> {
    @Override
    default EzspStatus decodeResponse(EzspReader from) throws EzspFormatException {
      return from.slStatus();
    }
  }

  /** A request whose response has an {@code sl_status} since version 14, and nothing before. */
  interface AnsweredSince14 extends EzspCommand<EzspStatus> {
    @Override
    default EzspStatus decodeResponse(EzspReader from) throws EzspFormatException {
      return from.slStatusSince14();
    }
  }
}
