package org.waggle.radio.ember.ezsp;

/** {@code EzspPolicyId} and the decisions of each that Waggle takes (UG100 section 3.3). */
public final class EzspPolicyId {

  /** A sum of {@link #ALLOW_JOINS} and siblings ({@code EzspDecisionBitmask}). */
  public static final int TRUST_CENTER_POLICY = 0x00;

  public static final int ALLOW_JOINS = 0x01;
  public static final int ALLOW_UNSECURED_REJOINS = 0x02;
  public static final int SEND_KEY_IN_CLEAR = 0x04;
  public static final int IGNORE_UNSECURED_REJOINS = 0x08;
  public static final int JOINS_USE_INSTALL_CODE_KEY = 0x10;
  public static final int DEFER_JOINS = 0x20;

  public static final int BINDING_MODIFICATION_POLICY = 0x01;
  public static final int DISALLOW_BINDING_MODIFICATION = 0x10;
  public static final int ALLOW_BINDING_MODIFICATION = 0x11;
  public static final int CHECK_BINDING_MODIFICATIONS_ARE_VALID_ENDPOINT_CLUSTERS = 0x12;

  public static final int UNICAST_REPLIES_POLICY = 0x02;
  public static final int HOST_WILL_NOT_SUPPLY_REPLY = 0x20;
  public static final int HOST_WILL_SUPPLY_REPLY = 0x21;

  public static final int POLL_HANDLER_POLICY = 0x03;
  public static final int POLL_HANDLER_IGNORE = 0x30;
  public static final int POLL_HANDLER_CALLBACK = 0x31;

  /** What {@link MessageSent} says. */
  public static final int MESSAGE_CONTENTS_IN_CALLBACK_POLICY = 0x04;

  public static final int MESSAGE_TAG_ONLY_IN_CALLBACK = 0x40;
  public static final int MESSAGE_TAG_AND_CONTENTS_IN_CALLBACK = 0x41;

  public static final int TC_KEY_REQUEST_POLICY = 0x05;
  public static final int DENY_TC_KEY_REQUESTS = 0x50;
  public static final int ALLOW_TC_KEY_REQUESTS_AND_SEND_CURRENT_KEY = 0x51;
  public static final int ALLOW_TC_KEY_REQUEST_AND_GENERATE_NEW_KEY = 0x52;

  public static final int APP_KEY_REQUEST_POLICY = 0x06;
  public static final int DENY_APP_KEY_REQUESTS = 0x60;
  public static final int ALLOW_APP_KEY_REQUESTS = 0x61;

  public static final int PACKET_VALIDATE_LIBRARY_POLICY = 0x07;
  public static final int PACKET_VALIDATE_LIBRARY_CHECKS_ENABLED = 0x62;
  public static final int PACKET_VALIDATE_LIBRARY_CHECKS_DISABLED = 0x63;

  /** Whether unsecured rejoins may use the well-known key: 0 no, 1 yes. */
  public static final int TC_REJOINS_USING_WELL_KNOWN_KEY_POLICY = 0x09;

  private EzspPolicyId() {}
}
