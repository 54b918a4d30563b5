package org.waggle.device.api;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waggle.zcl.ZclStatus;

/** Why a key could not be set or got: bad input, or a request that failed. For users to read. */
public final class DeviceException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable ZclStatus status;

  public DeviceException(String message) {
    super(message);
    this.status = null;
  }

  public DeviceException(String message, Throwable cause) {
    super(message, cause);
    this.status = null;
  }

  /** The device answered with a status other than success. */
  public DeviceException(String message, ZclStatus status) {
    super(message);
    this.status = status;
  }

  /** What the device answered, if it did. */
  public Optional<ZclStatus> status() {
    return Optional.ofNullable(status);
  }
}
