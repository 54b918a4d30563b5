package org.waggle.radio.ember.ezsp;

import org.waggle.zcl.IeeeAddress;

/** Requests of UG100 chapters 9 and 10 that all versions have. */
public final class SecurityFrames {

  private SecurityFrames() {}

  /**
   * {@code setInitialSecurityState}: before {@code formNetwork}.
   *
   * @param bitmask a sum of {@link #HAVE_PRECONFIGURED_KEY} and siblings
   * @param preconfiguredKey the trust center's link key, or the seed of the hashed ones
   * @param trustCenter read only with {@link #HAVE_TRUST_CENTER_EUI64}
   */
  public record SetInitialSecurityState(
      int bitmask,
      EmberKey preconfiguredKey,
      EmberKey networkKey,
      int networkKeySequence,
      IeeeAddress trustCenter)
      implements EzspCommand.EmberAnswered {

    public static final int DISTRIBUTED_TRUST_CENTER_MODE = 0x0002;
    public static final int TRUST_CENTER_GLOBAL_LINK_KEY = 0x0004;
    public static final int TRUST_CENTER_USES_HASHED_LINK_KEY = 0x0084;
    public static final int HAVE_TRUST_CENTER_EUI64 = 0x0040;
    public static final int HAVE_PRECONFIGURED_KEY = 0x0100;
    public static final int HAVE_NETWORK_KEY = 0x0200;
    public static final int GET_LINK_KEY_WHEN_JOINING = 0x0400;
    public static final int REQUIRE_ENCRYPTED_KEY = 0x0800;
    public static final int NO_FRAME_COUNTER_RESET = 0x1000;
    public static final int GET_PRECONFIGURED_KEY_FROM_INSTALL_CODE = 0x2000;

    @Override
    public int frameId() {
      return 0x0068;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u16(bitmask)
          .key(preconfiguredKey)
          .key(networkKey)
          .u8(networkKeySequence)
          .eui64(trustCenter);
    }
  }

  /** {@code getCurrentSecurityState}. */
  public record GetCurrentSecurityState()
      implements EzspCommand.Bare<GetCurrentSecurityState.Response> {

    public static final int DISTRIBUTED_TRUST_CENTER_MODE = 0x0002;
    public static final int GLOBAL_LINK_KEY = 0x0004;
    public static final int HAVE_TRUST_CENTER_LINK_KEY = 0x0010;
    public static final int TRUST_CENTER_USES_HASHED_LINK_KEY = 0x0084;

    /**
     * @param bitmask a sum of {@link #GLOBAL_LINK_KEY} and siblings
     */
    public record Response(EzspStatus status, int bitmask, IeeeAddress trustCenter) {}

    @Override
    public int frameId() {
      return 0x0069;
    }

    @Override
    public Response decodeResponse(EzspReader from) throws EzspFormatException {
      return new Response(from.emberStatus(), from.u16(), from.eui64());
    }
  }

  /**
   * {@code findKeyTableEntry}: answered by an index, 0xFF if there is none.
   *
   * @param linkKey true for a link key
   */
  public record FindKeyTableEntry(IeeeAddress address, boolean linkKey)
      implements EzspCommand<Integer> {

    @Override
    public int frameId() {
      return 0x0075;
    }

    @Override
    public void encode(EzspWriter to) {
      to.eui64(address).bool(linkKey);
    }

    @Override
    public Integer decodeResponse(EzspReader from) throws EzspFormatException {
      return from.u8();
    }
  }

  /** {@code eraseKeyTableEntry}. */
  public record EraseKeyTableEntry(int index) implements EzspCommand.EmberAnswered {

    @Override
    public int frameId() {
      return 0x0076;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(index);
    }
  }

  /** {@code clearKeyTable}. */
  public record ClearKeyTable() implements EzspCommand.EmberAnswered, EzspCommand.Bare<EzspStatus> {

    @Override
    public int frameId() {
      return 0x00B1;
    }
  }

  /** {@code clearTransientLinkKeys}: forgets the keys of devices that have not joined yet. */
  public record ClearTransientLinkKeys()
      implements EzspCommand.Unanswered, EzspCommand.Bare<EzspStatus> {

    @Override
    public int frameId() {
      return 0x006B;
    }
  }

  /** {@code broadcastNextNetworkKey}. */
  public record BroadcastNextNetworkKey(EmberKey key) implements EzspCommand.EmberAnswered {

    @Override
    public int frameId() {
      return 0x0073;
    }

    @Override
    public void encode(EzspWriter to) {
      to.key(key);
    }
  }

  /** {@code broadcastNetworkKeySwitch}: to the key that was broadcast before. */
  public record BroadcastNetworkKeySwitch()
      implements EzspCommand.EmberAnswered, EzspCommand.Bare<EzspStatus> {

    @Override
    public int frameId() {
      return 0x0074;
    }
  }

  /**
   * {@code unicastCurrentNetworkKey}: to a device that joined and did not get it.
   *
   * @param parent network address of the device's parent
   */
  public record UnicastCurrentNetworkKey(int target, IeeeAddress targetEui64, int parent)
      implements EzspCommand.EmberAnswered {

    @Override
    public int frameId() {
      return 0x0050;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u16(target).eui64(targetEui64).u16(parent);
    }
  }

  /**
   * {@code removeDevice}: asks a device to leave, by its parent.
   *
   * @param destination who is asked: the device itself or its parent
   * @param target who is to leave
   */
  public record RemoveDevice(int destination, IeeeAddress destinationEui64, IeeeAddress target)
      implements EzspCommand.EmberAnswered {

    @Override
    public int frameId() {
      return 0x00A8;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u16(destination).eui64(destinationEui64).eui64(target);
    }
  }
}
