package org.waggle.mqtt.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** An MQTT client that sends exactly the packets it is told to, and acknowledges none by itself. */
final class WireClient implements AutoCloseable {

  /** A delivery; the payload as text. */
  record Delivery(String topic, String payload, int qos, boolean retain, boolean dup, int id) {}

  private final NioEventLoopGroup threads = new NioEventLoopGroup(1);
  private final BlockingQueue<MqttMessage> packets = new LinkedBlockingQueue<>();
  private final Channel channel;

  private WireClient(int port) throws InterruptedException {
    channel =
        new Bootstrap()
            .group(threads)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel opened) {
                    opened
                        .pipeline()
                        .addLast(new PacketFramer(64 << 20), new MqttDecoder(64 << 20))
                        .addLast(MqttEncoder.INSTANCE, new Reader());
                  }
                })
            .connect("127.0.0.1", port)
            .sync()
            .channel();
  }

  private final class Reader extends SimpleChannelInboundHandler<MqttMessage> {

    // With payloads of their own: not every test reads all packets, and a leak shall be the
    // broker's.
    @Override
    protected void channelRead0(ChannelHandlerContext context, MqttMessage packet) {
      packets.add(
          packet instanceof MqttPublishMessage publish
              ? publish.replace(Unpooled.copiedBuffer(publish.payload()))
              : packet);
    }
  }

  static WireClient connectedTo(int port) throws Exception {
    return new WireClient(port);
  }

  static MqttMessageBuilders.ConnectBuilder connect(String clientId) {
    return MqttMessageBuilders.connect()
        .clientId(clientId)
        .protocolVersion(MqttVersion.MQTT_3_1_1)
        .keepAlive(60);
  }

  /** CONNECT with a clean session, and its CONNACK. */
  WireClient connected(String clientId) throws Exception {
    send(connect(clientId).cleanSession(true).build());
    next(MqttMessageType.CONNACK);
    return this;
  }

  /**
   * CONNECT with a persistent session, and its CONNACK.
   *
   * @return whether the broker knows the session
   */
  boolean resumed(String clientId) throws Exception {
    send(connect(clientId).cleanSession(false).build());
    return ((MqttConnAckMessage) next(MqttMessageType.CONNACK)).variableHeader().isSessionPresent();
  }

  void send(MqttMessage packet) {
    channel.writeAndFlush(packet);
  }

  void sendAll(List<MqttMessage> several) {
    channel.eventLoop().execute(() -> several.forEach(channel::write));
    channel.flush();
  }

  void subscribed(String topicFilter, int qos) throws Exception {
    send(subscribe(topicFilter, qos));
    next(MqttMessageType.SUBACK);
  }

  static MqttMessage subscribe(String topicFilter, int qos) {
    return MqttMessageBuilders.subscribe()
        .messageId(7)
        .addSubscription(MqttQoS.valueOf(qos), topicFilter)
        .build();
  }

  /** QoS 1, and its PUBACK. */
  void published(String topic, String payload, boolean retain) throws Exception {
    send(publish(topic, payload, 1, retain, false, 1));
    next(MqttMessageType.PUBACK);
  }

  static MqttMessage publish(
      String topic, String payload, int qos, boolean retain, boolean dup, int id) {
    return new MqttPublishMessage(
        new MqttFixedHeader(MqttMessageType.PUBLISH, dup, MqttQoS.valueOf(qos), retain, 0),
        new MqttPublishVariableHeader(topic, id),
        Unpooled.copiedBuffer(payload, StandardCharsets.UTF_8));
  }

  void acknowledge(MqttMessageType type, int id) {
    MqttQoS qos = type == MqttMessageType.PUBREL ? MqttQoS.AT_LEAST_ONCE : MqttQoS.AT_MOST_ONCE;
    send(
        new MqttMessage(
            new MqttFixedHeader(type, false, qos, false, 0), MqttMessageIdVariableHeader.from(id)));
  }

  /** The next packet, which must be of this type. */
  MqttMessage next(MqttMessageType type) throws Exception {
    MqttMessage packet = packets.poll(TestBroker.SECONDS, TimeUnit.SECONDS);
    assertThat(packet).as("packet of the broker (expecting %s)", type).isNotNull();
    assertThat(packet.decoderResult().isSuccess()).as("%s", packet).isTrue();
    assertThat(packet.fixedHeader().messageType()).isEqualTo(type);
    return packet;
  }

  Delivery delivery() throws Exception {
    MqttPublishMessage packet = (MqttPublishMessage) next(MqttMessageType.PUBLISH);
    String payload = packet.payload().toString(StandardCharsets.UTF_8);
    packet.release();
    return new Delivery(
        packet.variableHeader().topicName(),
        payload,
        packet.fixedHeader().qosLevel().value(),
        packet.fixedHeader().isRetain(),
        packet.fixedHeader().isDup(),
        packet.variableHeader().packetId());
  }

  /** Waits until a publish of this QoS has been taken in. */
  void settledAfter(int qos) throws Exception {
    switch (qos) {
      case 1 -> next(MqttMessageType.PUBACK);
      case 2 -> next(MqttMessageType.PUBREC);
      default -> settled();
    }
  }

  static int idOf(MqttMessage packet) {
    return ((MqttMessageIdVariableHeader) packet.variableHeader()).messageId();
  }

  /** Everything sent before this has been answered or ignored by the broker when it returns. */
  void settled() throws Exception {
    send(WireClient.subscribe("settled", 0));
    next(MqttMessageType.SUBACK);
  }

  void disconnected() throws Exception {
    send(MqttMessageBuilders.disconnect().build());
    closedByBroker();
  }

  void closedByBroker() throws Exception {
    assertThat(channel.closeFuture().await(TestBroker.SECONDS, TimeUnit.SECONDS))
        .as("connection is closed")
        .isTrue();
  }

  boolean isOpen() {
    return channel.isActive();
  }

  void stopReading() {
    channel.config().setAutoRead(false);
  }

  void readOn() {
    channel.config().setAutoRead(true);
  }

  /** Goes away without DISCONNECT. */
  void vanish() throws Exception {
    channel.close().sync();
  }

  @Override
  public void close() {
    threads.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
