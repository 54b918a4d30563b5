package org.waggle.device.api;

/** What happens to a device besides its messages. */
public enum DeviceEvent {
  /** The definition begins to serve the device. */
  START,
  /** The definition serves the device no longer; what it scheduled is cancelled. */
  STOP,
  JOINED,
  INTERVIEWED,
  ANNOUNCED,
  OPTIONS_CHANGED
}
