package org.waggle.radio.ember.ezsp;

/** {@code EzspValueId}: what Waggle reads or writes (UG100 section 3.3); all little endian. */
public final class EzspValueId {

  /** The network address, in the order of the network's token. */
  public static final int TOKEN_STACK_NODE_DATA = 0x00;

  public static final int MAXIMUM_INCOMING_TRANSFER_SIZE = 0x05;
  public static final int MAXIMUM_OUTGOING_TRANSFER_SIZE = 0x06;

  /** 8 bits: 1 to write to the non-volatile memory, 0 not to. */
  public static final int STACK_TOKEN_WRITING = 0x07;

  /** What is heard of other networks: filters of 16 bits each. */
  public static final int MAC_FILTER_LIST = 0x09;

  /** 16 bits: a sum of {@link #JOINER_GLOBAL_LINK_KEY} and siblings. */
  public static final int EXTENDED_SECURITY_BITMASK = 0x0A;

  public static final int JOINER_GLOBAL_LINK_KEY = 0x0010;
  public static final int EXT_NO_FRAME_COUNTER_RESET = 0x0020;
  public static final int NWK_LEAVE_REQUEST_NOT_ALLOWED = 0x0100;

  public static final int NODE_SHORT_ID = 0x0B;
  public static final int DESCRIPTOR_CAPABILITY = 0x0C;

  /** build (16 bits), major, minor, patch, special, type (0xAA general availability). */
  public static final int VERSION_INFO = 0x11;

  public static final int NEXT_ZIGBEE_SEQUENCE_NUMBER = 0x14;
  public static final int CCA_THRESHOLD = 0x15;

  /** 32 bits; writable while there is no network. */
  public static final int NWK_FRAME_COUNTER = 0x23;

  /** 32 bits, of the trust center's link key; writable while there is no network. */
  public static final int APS_FRAME_COUNTER = 0x24;

  public static final int FORCE_TX_AFTER_FAILED_CCA_ATTEMPTS = 0x3A;
  public static final int TRANSIENT_KEY_TIMEOUT_S = 0x3B;
  public static final int END_DEVICE_KEEP_ALIVE_SUPPORT_MODE = 0x3F;
  public static final int NWK_OPEN_DURATION = 0x42;

  /** 16 bits: milliseconds. */
  public static final int TRANSIENT_DEVICE_TIMEOUT = 0x43;

  private EzspValueId() {}

  /** {@code EzspExtendedValueId}. */
  public static final class Extended {

    /** 16 bits: 1 if the endpoint is enabled; not OK if there is none. */
    public static final int ENDPOINT_FLAGS = 0x00;

    public static final int LAST_LEAVE_REASON = 0x01;

    /** 8 bits: the octets that a route to a network address takes of a message. */
    public static final int GET_SOURCE_ROUTE_OVERHEAD = 0x02;

    private Extended() {}
  }
}
