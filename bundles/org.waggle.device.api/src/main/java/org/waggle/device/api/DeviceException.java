package org.waggle.device.api;

/** Why a key could not be set or got: bad input, or a request that failed. For users to read. */
public final class DeviceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DeviceException(String message) {
    super(message);
  }

  public DeviceException(String message, Throwable cause) {
    super(message, cause);
  }
}
