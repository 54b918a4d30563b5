package org.waggle.device.api;

/** A definition that fits a device, and how closely it was meant for it. */
public record DeviceMatch(DeviceDefinition definition, Specificity specificity) {

  /** How closely a definition was meant for a device, loosest first. */
  public enum Specificity {
    /** Made up from the device's descriptors. */
    GENERATED,
    /** By model identifier. */
    MODEL,
    /** By manufacturer name and model identifier, and whatever else was asked for. */
    FINGERPRINT
  }
}
