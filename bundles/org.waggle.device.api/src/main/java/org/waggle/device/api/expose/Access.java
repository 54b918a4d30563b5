package org.waggle.device.api.expose;

/** What a client may do with a property: the bits of an expose's {@code access}. */
public final class Access {

  /** It is published. */
  public static final int STATE = 1;

  /** It can be set. */
  public static final int SET = 2;

  /** It can be asked for. */
  public static final int GET = 4;

  public static final int STATE_SET = STATE | SET;
  public static final int STATE_GET = STATE | GET;
  public static final int ALL = STATE | SET | GET;

  private Access() {}
}
