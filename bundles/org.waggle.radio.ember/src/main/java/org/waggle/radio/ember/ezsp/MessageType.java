package org.waggle.radio.ember.ezsp;

/** {@code EmberOutgoingMessageType} and {@code EmberIncomingMessageType}. */
public final class MessageType {

  /** Outgoing: to the node of a network address. */
  public static final int DIRECT = 0;

  public static final int VIA_ADDRESS_TABLE = 1;
  public static final int VIA_BINDING = 2;
  public static final int MULTICAST = 3;
  public static final int MULTICAST_WITH_ALIAS = 4;
  public static final int BROADCAST_WITH_ALIAS = 5;
  public static final int BROADCAST = 6;

  public static final int INCOMING_UNICAST = 0;

  /** A unicast that the sender expects a reply in the acknowledgement of. */
  public static final int INCOMING_UNICAST_REPLY = 1;

  public static final int INCOMING_MULTICAST = 2;

  /** Sent by this node to a group of its own. */
  public static final int INCOMING_MULTICAST_LOOPBACK = 3;

  public static final int INCOMING_BROADCAST = 4;

  /** Sent by this node. */
  public static final int INCOMING_BROADCAST_LOOPBACK = 5;

  private MessageType() {}
}
