package org.waggle.radio.ember.ezsp;

/** Requests of UG100 chapter 6: the network as a whole. */
public final class NetworkingFrames {

  private NetworkingFrames() {}

  /** {@code setManufacturerCode}: of the node descriptor. */
  public record SetManufacturerCode(int code) implements EzspCommand.AnsweredSince14 {

    @Override
    public int frameId() {
      return 0x0015;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u16(code);
    }
  }

  /**
   * {@code networkInit}: takes up the network remembered; {@link EzspStatus.Meaning#NOT_JOINED} if
   * there is none.
   *
   * @param bitmask {@code EmberNetworkInitBitmask}: {@link #PARENT_INFO_IN_TOKEN} and sibling
   */
  public record NetworkInit(int bitmask) implements EzspCommand.EmberAnswered {

    public static final int PARENT_INFO_IN_TOKEN = 0x0001;
    public static final int END_DEVICE_REJOIN_ON_REBOOT = 0x0002;

    @Override
    public int frameId() {
      return 0x0017;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u16(bitmask);
    }
  }

  /** {@code networkState}. */
  public record NetworkState() implements EzspCommand.Bare<Integer> {

    public static final int NO_NETWORK = 0;
    public static final int JOINING_NETWORK = 1;
    public static final int JOINED_NETWORK = 2;
    public static final int JOINED_NETWORK_NO_PARENT = 3;

    @Override
    public int frameId() {
      return 0x0018;
    }

    @Override
    public Integer decodeResponse(EzspReader from) throws EzspFormatException {
      return from.u8();
    }
  }

  /**
   * {@code startScan}: {@link NetworkingCallback.ScanComplete} tells the end.
   *
   * @param channels a bit for each channel
   * @param duration exponent: each channel takes 2^duration + 1 times 15.36 ms
   */
  public record StartScan(int scanType, long channels, int duration)
      implements EzspCommand<EzspStatus> {

    public static final int ENERGY = 0;
    public static final int ACTIVE = 1;

    @Override
    public int frameId() {
      return 0x001A;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(scanType).u32(channels).u8(duration);
    }

    @Override
    public EzspStatus decodeResponse(EzspReader from) throws EzspFormatException {
      // UG100 says EmberStatus before version 14, but NCPs send an sl_status at least since 9.
      return from.emberOrSlStatus();
    }
  }

  /** {@code stopScan}. */
  public record StopScan() implements EzspCommand.EmberAnswered, EzspCommand.Bare<EzspStatus> {

    @Override
    public int frameId() {
      return 0x001D;
    }
  }

  /** {@code formNetwork}: {@link NetworkingCallback.StackStatus} tells that it is up. */
  public record FormNetwork(EmberNetworkParameters parameters)
      implements EzspCommand.EmberAnswered {

    @Override
    public int frameId() {
      return 0x001E;
    }

    @Override
    public void encode(EzspWriter to) {
      parameters.encode(to);
    }
  }

  /**
   * {@code joinNetwork}.
   *
   * @param nodeType {@code EmberNodeType}: 2 router, 3 end device, 4 sleepy end device
   */
  public record JoinNetwork(int nodeType, EmberNetworkParameters parameters)
      implements EzspCommand.EmberAnswered {

    @Override
    public int frameId() {
      return 0x001F;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(nodeType);
      parameters.encode(to);
    }
  }

  /** {@code leaveNetwork}: {@link NetworkingCallback.StackStatus} tells that it is down. */
  public record LeaveNetwork() implements EzspCommand.EmberAnswered {

    private static final int WITH_NO_OPTION = 0;

    private static final ByVersion<Encoder<LeaveNetwork>> REQUEST =
        ByVersion.<Encoder<LeaveNetwork>>since(8, (leave, to) -> {})
            .then(14, (leave, to) -> to.u8(WITH_NO_OPTION));

    @Override
    public int frameId() {
      return 0x0020;
    }

    @Override
    public void encode(EzspWriter to) {
      REQUEST.in(to.version()).encode(this, to);
    }
  }

  /**
   * {@code permitJoining}.
   *
   * @param duration seconds; 0 closes, 255 has no end
   */
  public record PermitJoining(int duration) implements EzspCommand.EmberAnswered {

    @Override
    public int frameId() {
      return 0x0022;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(duration);
    }
  }

  /** {@code getNetworkParameters}. */
  public record GetNetworkParameters() implements EzspCommand.Bare<GetNetworkParameters.Response> {

    /**
     * @param nodeType {@code EmberNodeType}: 1 coordinator, 2 router
     * @param parameters meaningless unless the status is OK
     */
    public record Response(EzspStatus status, int nodeType, EmberNetworkParameters parameters) {}

    @Override
    public int frameId() {
      return 0x0028;
    }

    @Override
    public Response decodeResponse(EzspReader from) throws EzspFormatException {
      return new Response(from.emberStatus(), from.u8(), EmberNetworkParameters.decode(from));
    }
  }

  /**
   * {@code setConcentrator}: whether the coordinator asks for routes to itself.
   *
   * @param type {@link #LOW_RAM} or {@link #HIGH_RAM}
   * @param minTime seconds between two requests
   * @param maxTime seconds
   * @param routeErrorThreshold errors until the next request comes early
   * @param deliveryFailureThreshold failures until the next request comes early
   * @param maxHops 0 for the stack's own
   */
  public record SetConcentrator(
      boolean on,
      int type,
      int minTime,
      int maxTime,
      int routeErrorThreshold,
      int deliveryFailureThreshold,
      int maxHops)
      implements EzspCommand.EmberAnswered {

    /** Devices send their route before each message. */
    public static final int LOW_RAM = 0xFFF8;

    /** The coordinator remembers routes. */
    public static final int HIGH_RAM = 0xFFF9;

    @Override
    public int frameId() {
      return 0x0010;
    }

    @Override
    public void encode(EzspWriter to) {
      to.bool(on)
          .u16(type)
          .u16(minTime)
          .u16(maxTime)
          .u8(routeErrorThreshold)
          .u8(deliveryFailureThreshold)
          .u8(maxHops);
    }
  }

  /**
   * {@code setRadioPower}.
   *
   * @param power dBm
   */
  public record SetRadioPower(int power) implements EzspCommand.EmberAnswered {

    @Override
    public int frameId() {
      return 0x0099;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(power);
    }
  }

  /** {@code setRadioChannel}: moves the network's channel. */
  public record SetRadioChannel(int channel) implements EzspCommand.EmberAnswered {

    @Override
    public int frameId() {
      return 0x009A;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(channel);
    }
  }

  /** {@code setLogicalAndRadioChannel}: for inter-PAN frames; the network is deaf meanwhile. */
  public record SetLogicalAndRadioChannel(int channel) implements EzspCommand.EmberAnswered {

    @Override
    public int frameId() {
      return 0x00B9;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(channel);
    }
  }
}
