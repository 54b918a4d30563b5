package org.waggle.radio.ember.ezsp;

/** {@code EzspConfigId}: what Waggle configures (UG100 section 3.3). */
public final class EzspConfigId {

  public static final int PACKET_BUFFER_COUNT = 0x01;
  public static final int NEIGHBOR_TABLE_SIZE = 0x02;

  /** How many unicasts may wait for their acknowledgements. */
  public static final int APS_UNICAST_MESSAGE_COUNT = 0x03;

  public static final int BINDING_TABLE_SIZE = 0x04;
  public static final int ADDRESS_TABLE_SIZE = 0x05;
  public static final int MULTICAST_TABLE_SIZE = 0x06;
  public static final int ROUTE_TABLE_SIZE = 0x07;
  public static final int DISCOVERY_TABLE_SIZE = 0x08;
  public static final int STACK_PROFILE = 0x0C;
  public static final int SECURITY_LEVEL = 0x0D;
  public static final int MAX_HOPS = 0x10;
  public static final int MAX_END_DEVICE_CHILDREN = 0x11;

  /** Milliseconds that a message waits for a sleeping child. */
  public static final int INDIRECT_TRANSMISSION_TIMEOUT = 0x12;

  /** Exponent of the minutes without a poll until a child is forgotten. */
  public static final int END_DEVICE_POLL_TIMEOUT = 0x13;

  public static final int TX_POWER_MODE = 0x17;
  public static final int DISABLE_RELAY = 0x18;
  public static final int TRUST_CENTER_ADDRESS_CACHE_SIZE = 0x19;
  public static final int SOURCE_ROUTE_TABLE_SIZE = 0x1A;
  public static final int FRAGMENT_WINDOW_SIZE = 0x1C;
  public static final int FRAGMENT_DELAY_MS = 0x1D;
  public static final int KEY_TABLE_SIZE = 0x1E;
  public static final int APS_ACK_TIMEOUT = 0x1F;
  public static final int PAN_ID_CONFLICT_REPORT_THRESHOLD = 0x22;
  public static final int REQUEST_KEY_TIMEOUT = 0x24;
  public static final int APPLICATION_ZDO_FLAGS = 0x2A;
  public static final int BROADCAST_TABLE_SIZE = 0x2B;
  public static final int MAC_FILTER_TABLE_SIZE = 0x2C;
  public static final int SUPPORTED_NETWORKS = 0x2D;
  public static final int SEND_MULTICASTS_TO_SLEEPY_ADDRESS = 0x2E;
  public static final int MTORR_FLOW_CONTROL = 0x33;
  public static final int RETRY_QUEUE_SIZE = 0x34;
  public static final int NEW_BROADCAST_ENTRY_THRESHOLD = 0x35;
  public static final int TRANSIENT_KEY_TIMEOUT_S = 0x36;
  public static final int BROADCAST_MIN_ACKS_NEEDED = 0x37;
  public static final int TC_REJOINS_USING_WELL_KNOWN_KEY_TIMEOUT_S = 0x38;
  public static final int GP_PROXY_TABLE_SIZE = 0x41;
  public static final int GP_SINK_TABLE_SIZE = 0x42;

  private EzspConfigId() {}
}
