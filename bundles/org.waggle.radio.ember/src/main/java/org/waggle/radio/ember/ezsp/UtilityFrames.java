package org.waggle.radio.ember.ezsp;

import java.util.List;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** Requests of UG100 chapters 5 and 13: the NCP itself, its counters and its bootloader. */
public final class UtilityFrames {

  private UtilityFrames() {}

  /** {@code nop}: does nothing, and so tells whether the NCP lives. */
  public record Nop() implements EzspCommand.Unanswered, EzspCommand.Bare<EzspStatus> {

    @Override
    public int frameId() {
      return 0x0005;
    }
  }

  /** {@code echo}: comes back. */
  public record Echo(Octets data) implements EzspCommand<Octets> {

    @Override
    public int frameId() {
      return 0x0081;
    }

    @Override
    public void encode(EzspWriter to) {
      to.counted(data);
    }

    @Override
    public Octets decodeResponse(EzspReader from) throws EzspFormatException {
      return from.counted();
    }
  }

  /** {@code getEui64}. */
  public record GetEui64() implements EzspCommand.Bare<IeeeAddress> {

    @Override
    public int frameId() {
      return 0x0026;
    }

    @Override
    public IeeeAddress decodeResponse(EzspReader from) throws EzspFormatException {
      return from.eui64();
    }
  }

  /** {@code getNodeId}: the network address. */
  public record GetNodeId() implements EzspCommand.Bare<Integer> {

    @Override
    public int frameId() {
      return 0x0027;
    }

    @Override
    public Integer decodeResponse(EzspReader from) throws EzspFormatException {
      return from.u16();
    }
  }

  /**
   * {@code getMfgToken}: what the maker of the device wrote.
   *
   * @param tokenId one of {@link EzspMfgTokenId}
   */
  public record GetMfgToken(int tokenId) implements EzspCommand<Octets> {

    @Override
    public int frameId() {
      return 0x000B;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(tokenId);
    }

    @Override
    public Octets decodeResponse(EzspReader from) throws EzspFormatException {
      return from.counted();
    }
  }

  /**
   * {@code setMfgToken}: once only; what was written stays.
   *
   * @param tokenId one of {@link EzspMfgTokenId}
   */
  public record SetMfgToken(int tokenId, Octets tokenData) implements EzspCommand.EmberAnswered {

    @Override
    public int frameId() {
      return 0x000C;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(tokenId).counted(tokenData);
    }
  }

  /** {@code readCounters}: by {@code EmberCounterType}; newer stacks have more of them. */
  public record ReadCounters() implements EzspCommand.Bare<List<Integer>> {

    @Override
    public int frameId() {
      return 0x00F1;
    }

    @Override
    public List<Integer> decodeResponse(EzspReader from) throws EzspFormatException {
      return from.u16s(from.remaining() / 2);
    }
  }

  /** {@code readAndClearCounters}: like {@link ReadCounters}; they start again at 0. */
  public record ReadAndClearCounters() implements EzspCommand.Bare<List<Integer>> {

    @Override
    public int frameId() {
      return 0x0065;
    }

    @Override
    public List<Integer> decodeResponse(EzspReader from) throws EzspFormatException {
      return from.u16s(from.remaining() / 2);
    }
  }

  /** {@code getStandaloneBootloaderVersionPlatMicroPhy}. */
  public record GetStandaloneBootloaderVersionPlatMicroPhy()
      implements EzspCommand.Bare<GetStandaloneBootloaderVersionPlatMicroPhy.Response> {

    /**
     * @param bootloaderVersion 0xFFFF if there is none
     */
    public record Response(int bootloaderVersion, int platform, int micro, int phy) {}

    @Override
    public int frameId() {
      return 0x0091;
    }

    @Override
    public Response decodeResponse(EzspReader from) throws EzspFormatException {
      return new Response(from.u16(), from.u8(), from.u8(), from.u8());
    }
  }

  /**
   * {@code launchStandaloneBootloader}: the NCP speaks EZSP no more after it.
   *
   * @param mode 1 to take a new firmware, 0 to recover
   */
  public record LaunchStandaloneBootloader(int mode) implements EzspCommand<EzspStatus> {

    @Override
    public int frameId() {
      return 0x008F;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(mode);
    }

    @Override
    public EzspStatus decodeResponse(EzspReader from) throws EzspFormatException {
      // The one status that NCPs send in one octet even since version 14.
      return from.emberOrSlStatus();
    }
  }
}
