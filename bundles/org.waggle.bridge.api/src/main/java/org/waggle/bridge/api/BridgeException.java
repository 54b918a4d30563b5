package org.waggle.bridge.api;

/** Why a request could not be carried out: the {@code error} of a response, for users to read. */
public final class BridgeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BridgeException(String message) {
    super(message);
  }

  public BridgeException(String message, Throwable cause) {
    super(message, cause);
  }
}
