package org.waggle.radio.ember.ezsp;

import java.util.List;
import org.waggle.radio.ember.ezsp.EzspCommand.Decoder;
import org.waggle.zcl.IeeeAddress;

/** Requests of UG100 chapter 6: neighbours, children and routes. */
public final class TopologyFrames {

  private TopologyFrames() {}

  /** {@code neighborCount}. */
  public record NeighborCount() implements EzspCommand.Bare<Integer> {

    @Override
    public int frameId() {
      return 0x007A;
    }

    @Override
    public Integer decodeResponse(EzspReader from) throws EzspFormatException {
      return from.u8();
    }
  }

  /** {@code getNeighbor}. */
  public record GetNeighbor(int index) implements EzspCommand<GetNeighbor.Response> {

    /**
     * {@code EmberNeighborTableEntry}.
     *
     * @param inCost 1 good .. 7 bad
     * @param outCost 0 unknown, 1 good .. 7 bad
     * @param age times 16 s since it was heard
     */
    public record Response(
        EzspStatus status,
        int shortId,
        int averageLqi,
        int inCost,
        int outCost,
        int age,
        IeeeAddress longId) {}

    @Override
    public int frameId() {
      return 0x0079;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(index);
    }

    @Override
    public Response decodeResponse(EzspReader from) throws EzspFormatException {
      return new Response(
          from.emberStatus(), from.u16(), from.u8(), from.u8(), from.u8(), from.u8(), from.eui64());
    }
  }

  /** {@code getRouteTableEntry}. */
  public record GetRouteTableEntry(int index) implements EzspCommand<GetRouteTableEntry.Response> {

    /**
     * {@code EmberRouteTableEntry}.
     *
     * @param destination 0xFFFF if the entry is unused
     * @param routeStatus 0 active, 1 being discovered, 3 unused, 4 validating
     * @param age seconds since it was used
     * @param concentratorType 0 none, 1 low RAM, 2 high RAM
     * @param routeRecordState 0 no longer needed, 1 sent, 2 needed
     */
    public record Response(
        EzspStatus status,
        int destination,
        int nextHop,
        int routeStatus,
        int age,
        int concentratorType,
        int routeRecordState) {}

    @Override
    public int frameId() {
      return 0x007B;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(index);
    }

    @Override
    public Response decodeResponse(EzspReader from) throws EzspFormatException {
      return new Response(
          from.emberStatus(), from.u16(), from.u16(), from.u8(), from.u8(), from.u8(), from.u8());
    }
  }

  /** {@code getChildData}. */
  public record GetChildData(int index) implements EzspCommand<GetChildData.Response> {

    /**
     * {@code EmberChildData}.
     *
     * @param type {@code EmberNodeType}: 3 end device, 4 sleepy end device
     * @param timeout exponent of the minutes until it is forgotten
     * @param timeoutRemaining ms, since version 10; 0 before
     */
    public record Response(
        EzspStatus status,
        IeeeAddress eui64,
        int type,
        int id,
        int phy,
        int power,
        int timeout,
        long timeoutRemaining) {}

    private static final ByVersion<Decoder<Response>> RESPONSE =
        ByVersion.<Decoder<Response>>since(
                8,
                from ->
                    new Response(
                        from.emberStatus(),
                        from.eui64(),
                        from.u8(),
                        from.u16(),
                        from.u8(),
                        from.u8(),
                        from.u8(),
                        0))
            .then(
                10,
                from ->
                    new Response(
                        from.emberStatus(),
                        from.eui64(),
                        from.u8(),
                        from.u16(),
                        from.u8(),
                        from.u8(),
                        from.u8(),
                        from.u32()));

    @Override
    public int frameId() {
      return 0x004A;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(index);
    }

    @Override
    public Response decodeResponse(EzspReader from) throws EzspFormatException {
      return RESPONSE.in(from.version()).decode(from);
    }
  }

  /** {@code getSourceRouteTableTotalSize}. */
  public record GetSourceRouteTableTotalSize() implements EzspCommand.Bare<Integer> {

    @Override
    public int frameId() {
      return 0x00C3;
    }

    @Override
    public Integer decodeResponse(EzspReader from) throws EzspFormatException {
      return from.u8();
    }
  }

  /** {@code getSourceRouteTableFilledSize}. */
  public record GetSourceRouteTableFilledSize() implements EzspCommand.Bare<Integer> {

    @Override
    public int frameId() {
      return 0x00C2;
    }

    @Override
    public Integer decodeResponse(EzspReader from) throws EzspFormatException {
      return from.u8();
    }
  }

  /** {@code getSourceRouteTableEntry}. */
  public record GetSourceRouteTableEntry(int index)
      implements EzspCommand<GetSourceRouteTableEntry.Response> {

    /**
     * @param closerIndex of the entry of the next node towards the coordinator; 0xFF if it is this
     */
    public record Response(EzspStatus status, int destination, int closerIndex) {}

    @Override
    public int frameId() {
      return 0x00C1;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(index);
    }

    @Override
    public Response decodeResponse(EzspReader from) throws EzspFormatException {
      return new Response(from.emberStatus(), from.u16(), from.u8());
    }
  }

  /** {@code setSourceRoute}: the route of the messages to a node that follow. */
  public record SetSourceRoute(int destination, List<Integer> relays)
      implements EzspCommand.EmberAnswered {

    public SetSourceRoute {
      relays = List.copyOf(relays);
    }

    @Override
    public int frameId() {
      return 0x00AE;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u16(destination).u8(relays.size()).u16s(relays);
    }
  }

  /**
   * {@code setSourceRouteDiscoveryMode}: answered by the ms until the next request.
   *
   * @param mode 0 off, 1 on, 2 rescheduled after errors
   */
  public record SetSourceRouteDiscoveryMode(int mode) implements EzspCommand<Long> {

    @Override
    public int frameId() {
      return 0x005A;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(mode);
    }

    @Override
    public Long decodeResponse(EzspReader from) throws EzspFormatException {
      return from.u32();
    }
  }

  /**
   * {@code sendManyToOneRouteRequest}.
   *
   * @param type {@link NetworkingFrames.SetConcentrator#LOW_RAM} or sibling
   * @param radius hops; 0 for the stack's own
   */
  public record SendManyToOneRouteRequest(int type, int radius)
      implements EzspCommand.EmberAnswered {

    @Override
    public int frameId() {
      return 0x0041;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u16(type).u8(radius);
    }
  }
}
