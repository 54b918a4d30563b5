package org.waggle.radio.ember.ezsp;

import org.waggle.radio.ember.ezsp.EzspCommand.Decoder;
import org.waggle.zcl.Octets;

/** Requests of UG100 chapter 18: the NCP's non-volatile memory. */
public final class TokenFrames {

  private TokenFrames() {}

  /** {@code getTokenCount}. */
  public record GetTokenCount() implements EzspCommand.Bare<Integer> {

    private static final ByVersion<Decoder<Integer>> RESPONSE =
        ByVersion.<Decoder<Integer>>since(9, EzspReader::u8)
            .then(18, from -> (int) Math.min(from.u32(), Integer.MAX_VALUE));

    @Override
    public boolean isIn(EzspVersion version) {
      return version.atLeast(9);
    }

    @Override
    public int frameId() {
      return 0x0100;
    }

    @Override
    public Integer decodeResponse(EzspReader from) throws EzspFormatException {
      return RESPONSE.in(from.version()).decode(from);
    }
  }

  /** {@code getTokenInfo}. */
  public record GetTokenInfo(int index) implements EzspCommand<GetTokenInfo.Response> {

    /**
     * {@code EmberTokenInfo}.
     *
     * @param nvm3Key which token
     * @param size octets of each element
     * @param arraySize elements, if it is indexed
     */
    public record Response(
        EzspStatus status,
        long nvm3Key,
        boolean isCounter,
        boolean isIndexed,
        int size,
        int arraySize) {}

    private static final int WITH_LONG_SIZE = 5;

    @Override
    public boolean isIn(EzspVersion version) {
      return version.atLeast(9);
    }

    @Override
    public int frameId() {
      return 0x0101;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(index);
    }

    @Override
    public Response decodeResponse(EzspReader from) throws EzspFormatException {
      EzspStatus status = from.emberStatus();
      long nvm3Key = from.u32();
      boolean isCounter = from.bool();
      boolean isIndexed = from.bool();
      // The newest stacks document a size of 32 bits, but their hosts read 8.
      int size = from.remaining() < WITH_LONG_SIZE ? from.u8() : (int) from.u32();
      return new Response(status, nvm3Key, isCounter, isIndexed, size, from.u8());
    }
  }

  /**
   * {@code getTokenData}.
   *
   * @param token the NVM3 key
   * @param index of the element; 0 if the token is not indexed
   */
  public record GetTokenData(long token, long index) implements EzspCommand<GetTokenData.Response> {

    /**
     * @param data empty unless the status is OK
     */
    public record Response(EzspStatus status, Octets data) {}

    @Override
    public boolean isIn(EzspVersion version) {
      return version.atLeast(9);
    }

    @Override
    public int frameId() {
      return 0x0102;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u32(token).u32(index);
    }

    @Override
    public Response decodeResponse(EzspReader from) throws EzspFormatException {
      EzspStatus status = from.emberStatus();
      // Without data, some NCPs end here.
      return new Response(status, status.isOk() ? from.countedBy32Bits() : Octets.EMPTY);
    }
  }

  /**
   * {@code setTokenData}.
   *
   * @param token the NVM3 key
   * @param index of the element; 0 if the token is not indexed
   */
  public record SetTokenData(long token, long index, Octets data)
      implements EzspCommand.EmberAnswered {

    @Override
    public boolean isIn(EzspVersion version) {
      return version.atLeast(9);
    }

    @Override
    public int frameId() {
      return 0x0103;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u32(token).u32(index).u32(data.size()).octets(data);
    }
  }

  /** {@code resetNode}: the link has to be opened anew after it. */
  public record ResetNode() implements EzspCommand.Unanswered, EzspCommand.Bare<EzspStatus> {

    @Override
    public boolean isIn(EzspVersion version) {
      return version.atLeast(9);
    }

    @Override
    public int frameId() {
      return 0x0104;
    }
  }

  /** {@code tokenFactoryReset}: forgets the network and all keys. */
  public record TokenFactoryReset(boolean excludeOutgoingFrameCounters, boolean excludeBootCounter)
      implements EzspCommand.Unanswered {

    @Override
    public boolean isIn(EzspVersion version) {
      return version.atLeast(13);
    }

    @Override
    public int frameId() {
      return 0x0077;
    }

    @Override
    public void encode(EzspWriter to) {
      to.bool(excludeOutgoingFrameCounters).bool(excludeBootCounter);
    }
  }

  /** {@code resetToFactoryDefaults}: of secure EZSP; before version 13. */
  public record ResetToFactoryDefaults()
      implements EzspCommand.EzspAnswered, EzspCommand.Bare<EzspStatus> {

    @Override
    public boolean isIn(EzspVersion version) {
      return !version.atLeast(13);
    }

    @Override
    public int frameId() {
      return 0x00CC;
    }
  }
}
