package org.waggle.radio.ember.ezsp;

import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** Requests of UG100 chapter 16: Green Power. */
public final class GreenPowerFrames {

  private GreenPowerFrames() {}

  /**
   * {@code dGpSend}: keeps a frame until the device listens, or takes back what is kept; {@link
   * MessagingCallback.DGpSent} follows.
   *
   * @param action true to keep, false to take back
   * @param handle comes back with the callback
   * @param lifetime ms
   */
  public record DGpSend(
      boolean action,
      boolean useCca,
      GpAddress address,
      int commandId,
      Octets asdu,
      int handle,
      int lifetime)
      implements EzspCommand.EmberAnswered {

    @Override
    public int frameId() {
      return 0x00C6;
    }

    @Override
    public void encode(EzspWriter to) {
      to.bool(action).bool(useCca).gp(address).u8(commandId).counted(asdu).u8(handle).u16(lifetime);
    }
  }

  /**
   * {@code gpProxyTableProcessGpPairing}: makes the coordinator a proxy of a device, as a GP
   * Pairing command makes routers; answered by whether it was added.
   *
   * @param options of the GP Pairing command
   * @param communicationMode of the GP Pairing command
   */
  public record GpProxyTableProcessGpPairing(
      long options,
      GpAddress address,
      int communicationMode,
      int sinkNetworkAddress,
      int sinkGroupId,
      int assignedAlias,
      IeeeAddress sinkIeeeAddress,
      EmberKey key,
      long frameCounter,
      int forwardingRadius)
      implements EzspCommand<Boolean> {

    @Override
    public int frameId() {
      return 0x00C9;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u32(options)
          .gp(address)
          .u8(communicationMode)
          .u16(sinkNetworkAddress)
          .u16(sinkGroupId)
          .u16(assignedAlias)
          .eui64(sinkIeeeAddress)
          .key(key)
          .u32(frameCounter)
          .u8(forwardingRadius);
    }

    @Override
    public Boolean decodeResponse(EzspReader from) throws EzspFormatException {
      return from.bool();
    }
  }

  /** {@code gpProxyTableLookup}: answered by an index, 0xFF if there is none. */
  public record GpProxyTableLookup(GpAddress address) implements EzspCommand<Integer> {

    @Override
    public int frameId() {
      return 0x00C0;
    }

    @Override
    public void encode(EzspWriter to) {
      to.gp(address);
    }

    @Override
    public Integer decodeResponse(EzspReader from) throws EzspFormatException {
      return from.u8();
    }
  }

  /** {@code gpSinkTableLookup}: answered by an index, 0xFF if there is none. */
  public record GpSinkTableLookup(GpAddress address) implements EzspCommand<Integer> {

    @Override
    public int frameId() {
      return 0x00DE;
    }

    @Override
    public void encode(EzspWriter to) {
      to.gp(address);
    }

    @Override
    public Integer decodeResponse(EzspReader from) throws EzspFormatException {
      return from.u8();
    }
  }

  /** {@code gpSinkTableRemoveEntry}. */
  public record GpSinkTableRemoveEntry(int index) implements EzspCommand.Unanswered {

    @Override
    public int frameId() {
      return 0x00E0;
    }

    @Override
    public void encode(EzspWriter to) {
      to.u8(index);
    }
  }

  /** {@code gpSinkTableClearAll}. */
  public record GpSinkTableClearAll()
      implements EzspCommand.Unanswered, EzspCommand.Bare<EzspStatus> {

    @Override
    public int frameId() {
      return 0x00E2;
    }
  }

  /** {@code gpSinkTableInit}: reads the table from the NCP's memory. */
  public record GpSinkTableInit() implements EzspCommand.Unanswered, EzspCommand.Bare<EzspStatus> {

    @Override
    public int frameId() {
      return 0x0070;
    }
  }
}
