package org.waggle.bridge.api;

/** Why a state is published. */
public enum PublishReason {
  /** The device said so, or a definition found out. */
  DEVICE,
  /** A set was carried out. */
  COMMAND,
  /** The bridge started. */
  CACHED,
  /** A member of the group, or a group of the member, changed. */
  GROUP,
  /** The entity has a new name. */
  RENAMED,
  /** An extension asked for it. */
  EXTENSION
}
