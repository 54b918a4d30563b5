package org.waggle.mqtt.broker;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttMessageFactory;
import java.util.List;

/**
 * Cuts the stream of a connection into whole MQTT packets (MQTT 3.1.1, section 2.2), so that a
 * packet that is too large is known by its first bytes.
 *
 * <p>Netty's decoder, which comes next, could do without; but that of 4.1.133 takes a packet for
 * too large when it has to wait for the rest of its topic.
 */
final class PacketFramer extends ByteToMessageDecoder {

  private static final int MAX_LENGTH_BYTES = 4;

  private final int maxPacketSize;
  private boolean broken;

  PacketFramer(int maxPacketSize) {
    this.maxPacketSize = maxPacketSize;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    if (broken) {
      in.skipBytes(in.readableBytes());
      return;
    }
    int remaining = 0;
    for (int i = 1; i <= MAX_LENGTH_BYTES; i++) {
      if (in.readableBytes() <= i) {
        return;
      }
      int octet = in.getUnsignedByte(in.readerIndex() + i);
      remaining |= (octet & 0x7F) << (7 * (i - 1));
      if ((octet & 0x80) == 0) {
        packet(1 + i + remaining, in, out);
        return;
      }
    }
    refuse(new DecoderException("its length has more than 4 bytes"), in, out);
  }

  private void packet(int size, ByteBuf in, List<Object> out) {
    if (size > maxPacketSize) {
      refuse(new TooLongFrameException(size + " bytes, more than max_packet_size"), in, out);
    } else if (in.readableBytes() >= size) {
      out.add(in.readRetainedSlice(size));
    }
  }

  private void refuse(DecoderException reason, ByteBuf in, List<Object> out) {
    broken = true;
    in.skipBytes(in.readableBytes());
    out.add(MqttMessageFactory.newInvalidMessage(reason));
  }
}
