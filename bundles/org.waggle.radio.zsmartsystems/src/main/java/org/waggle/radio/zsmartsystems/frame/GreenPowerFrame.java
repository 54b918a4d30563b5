package org.waggle.radio.zsmartsystems.frame;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameResponse;
import java.util.Optional;
import org.waggle.radio.api.GreenPowerIndication;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/**
 * {@code gpepIncomingMessageHandler} (0x00C5). The library has the address's fields in another
 * order than coordinators send them.
 */
public final class GreenPowerFrame extends EzspFrameResponse {

  static final int FRAME_ID = 0x00C5;

  private static final int BY_IEEE_ADDRESS = 2;

  private final GreenPowerIndication indication;

  public GreenPowerFrame(int[] frame) {
    super(frame);
    deserializer.deserializeUInt8(); // status: whether the frame was authenticated
    int link = deserializer.deserializeUInt8();
    int sequence = deserializer.deserializeUInt8();
    boolean ieee = deserializer.deserializeUInt8() == BY_IEEE_ADDRESS;
    long address = Wire.littleEndian(deserializer.deserializeUInt8Array(8));
    int endpoint = deserializer.deserializeUInt8();
    int securityLevel = deserializer.deserializeUInt8();
    int securityKeyType = deserializer.deserializeUInt8();
    boolean autoCommissioning = deserializer.deserializeBool();
    boolean listens = deserializer.deserializeBool();
    long frameCounter = Integer.toUnsignedLong(deserializer.deserializeUInt32());
    int commandId = deserializer.deserializeUInt8();
    long mic = Integer.toUnsignedLong(deserializer.deserializeUInt32());
    deserializer.deserializeUInt8(); // index in the proxy table
    int length = deserializer.deserializeUInt8();
    indication =
        new GreenPowerIndication(
            ieee ? 0 : address & 0xFFFFFFFFL,
            ieee ? Optional.of(new IeeeAddress(address)) : Optional.empty(),
            endpoint,
            sequence,
            securityLevel,
            securityKeyType,
            autoCommissioning,
            listens,
            frameCounter,
            commandId,
            mic,
            Octets.of(deserializer.deserializeUInt8Array(length)),
            link);
  }

  public GreenPowerIndication indication() {
    return indication;
  }
}
