package org.waggle.zcl.cluster;

/** What the specification says about an attribute besides its type. */
public enum AttributeFlag {
  /** It cannot be read. */
  UNREADABLE("read", false),
  /** It can be written. */
  WRITABLE("write", true),
  /** A device may refuse writing it as read only. */
  WRITE_OPTIONAL("writeOptional", true),
  /** Devices have to be able to report it. */
  REPORTABLE("report", true),
  /** It is part of a scene. */
  SCENE("scene", true),
  /** Devices have to have it. */
  REQUIRED("required", true),
  /** It is the client's. */
  CLIENT("client", true);

  private final String key;
  private final boolean published;

  AttributeFlag(String key, boolean published) {
    this.key = key;
    this.published = published;
  }

  /** The key under which it is published. */
  String key() {
    return key;
  }

  /** The value with which it is published. */
  boolean published() {
    return published;
  }
}
