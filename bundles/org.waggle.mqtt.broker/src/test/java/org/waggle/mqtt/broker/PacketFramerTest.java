package org.waggle.mqtt.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import org.junit.jupiter.api.Test;

class PacketFramerTest {

  private static final int MAX = 1 << 20;

  private final EmbeddedChannel channel =
      new EmbeddedChannel(new PacketFramer(MAX), new MqttDecoder(MAX));

  @Test
  void putsPacketsTogetherHoweverTheyAreCut() {
    ByteBuf bytes = bytesOf("some/topic", "x".repeat(200));

    while (bytes.isReadable()) {
      channel.writeInbound(bytes.readBytes(1));
    }

    MqttPublishMessage packet = channel.readInbound();
    assertThat(packet.variableHeader().topicName()).isEqualTo("some/topic");
    assertThat(packet.payload().readableBytes()).isEqualTo(200);
    packet.release();
  }

  @Test
  void takesPacketsThatComeTogetherApart() {
    channel.writeInbound(Unpooled.wrappedBuffer(bytesOf("a", "1"), bytesOf("b", "2")));

    assertThat(topicOfNext()).isEqualTo("a");
    assertThat(topicOfNext()).isEqualTo("b");
  }

  @Test
  void refusesAPacketThatIsTooLargeByItsFirstBytes() {
    channel.writeInbound(bytesOf("a", "x".repeat(MAX)).readBytes(5));

    MqttMessage refused = channel.readInbound();
    assertThat(refused.decoderResult().cause()).isInstanceOf(TooLongFrameException.class);
  }

  @Test
  void refusesALengthOfMoreThanFourBytes() {
    channel.writeInbound(
        Unpooled.wrappedBuffer(
            new byte[] {0x30, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80}));

    MqttMessage refused = channel.readInbound();
    assertThat(refused.decoderResult().isFailure()).isTrue();
  }

  private String topicOfNext() {
    MqttPublishMessage packet = channel.readInbound();
    packet.release();
    return packet.variableHeader().topicName();
  }

  private static ByteBuf bytesOf(String topic, String payload) {
    EmbeddedChannel encoder = new EmbeddedChannel(MqttEncoder.INSTANCE);
    encoder.writeOutbound(WireClient.publish(topic, payload, 0, false, false, 0));
    ByteBuf whole = Unpooled.buffer();
    for (ByteBuf part = encoder.readOutbound(); part != null; part = encoder.readOutbound()) {
      whole.writeBytes(part);
      part.release();
    }
    return whole;
  }
}
