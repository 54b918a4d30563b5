package org.waggle.mqtt.broker;

import io.moquette.broker.EmbeddedMoquette;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalServerChannel;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.handler.codec.mqtt.MqttSubAckMessage;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.waggle.mqtt.api.MqttException;
import org.waggle.mqtt.api.Qos;

/**
 * A client's connection that does not leave the process: MQTT packets as objects, through the same
 * handlers as those of any client. Everything happens on the event loop it is opened on.
 */
final class InProcessConnection extends SimpleChannelInboundHandler<MqttMessage> {

  /** What happens on the connection. */
  interface Events {

    void connected();

    void received(org.waggle.mqtt.api.MqttMessage message);

    /** The last call. */
    void closed(InProcessConnection connection);
  }

  private static final int MAX_PACKET_ID = 65_535;

  private final String clientId;
  private final org.waggle.mqtt.api.MqttMessage will;
  private final Events events;
  private final Map<Integer, CompletableFuture<Void>> unacknowledged = new HashMap<>();
  private final Set<Integer> unreleased = new HashSet<>();
  private @Nullable Channel channel;
  private int packetId;

  private InProcessConnection(
      String clientId, org.waggle.mqtt.api.MqttMessage will, Events events) {
    this.clientId = clientId;
    this.will = will;
    this.events = events;
  }

  static InProcessConnection open(
      EmbeddedMoquette broker,
      EventLoop loop,
      String clientId,
      org.waggle.mqtt.api.MqttMessage will,
      Events events) {
    InProcessConnection connection = new InProcessConnection(clientId, will, events);
    new ServerBootstrap()
        .group(loop)
        .channel(LocalServerChannel.class)
        .childHandler(
            new ChannelInitializer<LocalChannel>() {
              @Override
              protected void initChannel(LocalChannel served) {
                broker.serve(served, id -> false);
              }
            })
        .bind(LocalAddress.ANY)
        .addListener((ChannelFuture server) -> connection.connect(loop, server.channel()));
    return connection;
  }

  private void connect(EventLoop loop, Channel server) {
    new Bootstrap()
        .group(loop)
        .channel(LocalChannel.class)
        .handler(this)
        .connect(server.localAddress())
        .addListener(connected -> server.close()); // it serves one connection only
  }

  /**
   * @param granted completed when the broker has agreed
   */
  void subscribe(String topicFilter, Qos qos, CompletableFuture<Void> granted) {
    int id = nextPacketId();
    unacknowledged.put(id, granted);
    send(
        MqttMessageBuilders.subscribe()
            .messageId(id)
            .addSubscription(MqttQoS.valueOf(qos.ordinal()), topicFilter)
            .build());
  }

  /** Ends the connection; the broker does not publish the will. */
  void disconnect() {
    send(MqttMessageBuilders.disconnect().build());
  }

  /** Cuts the connection off, from either side's view. */
  void cut() {
    if (channel != null) {
      channel.close();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    channel = context.channel();
    send(
        MqttMessageBuilders.connect()
            .clientId(clientId)
            .protocolVersion(MqttVersion.MQTT_3_1_1)
            .cleanSession(true)
            .keepAlive(0)
            .willFlag(true)
            .willTopic(will.topic())
            .willMessage(will.payload())
            .willQoS(MqttQoS.valueOf(will.qos().ordinal()))
            .willRetain(will.retain())
            .build());
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    unacknowledged
        .values()
        .forEach(granted -> granted.completeExceptionally(new MqttException("connection lost")));
    events.closed(this);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, MqttMessage packet) {
    switch (packet.fixedHeader().messageType()) {
      case CONNACK -> connected((MqttConnAckMessage) packet);
      case SUBACK -> subscribed((MqttSubAckMessage) packet);
      case PUBLISH -> received((MqttPublishMessage) packet);
      case PUBREL -> {
        unreleased.remove(idOf(packet));
        acknowledge(MqttMessageType.PUBCOMP, idOf(packet));
      }
      default -> {} // nothing else is sent to a client that only subscribes
    }
  }

  private void connected(MqttConnAckMessage answer) {
    if (answer.variableHeader().connectReturnCode() == MqttConnectReturnCode.CONNECTION_ACCEPTED) {
      events.connected();
    }
  }

  private void subscribed(MqttSubAckMessage answer) {
    CompletableFuture<Void> granted = unacknowledged.remove(answer.variableHeader().messageId());
    if (granted == null) {
      return;
    }
    if (answer.payload().grantedQoSLevels().get(0) == MqttQoS.FAILURE.value()) {
      granted.completeExceptionally(new MqttException("the broker refuses the subscription"));
    } else {
      granted.complete(null);
    }
  }

  // Acknowledged first: a slow listener must not make the broker send the message again.
  private void received(MqttPublishMessage publish) {
    int id = publish.variableHeader().packetId();
    switch (publish.fixedHeader().qosLevel()) {
      case AT_LEAST_ONCE -> acknowledge(MqttMessageType.PUBACK, id);
      case EXACTLY_ONCE -> {
        acknowledge(MqttMessageType.PUBREC, id);
        if (!unreleased.add(id)) {
          return;
        }
      }
      default -> {}
    }
    events.received(
        new org.waggle.mqtt.api.MqttMessage(
            publish.variableHeader().topicName(),
            ByteBufUtil.getBytes(publish.payload()),
            Qos.values()[publish.fixedHeader().qosLevel().value()],
            publish.fixedHeader().isRetain(),
            0));
  }

  private void acknowledge(MqttMessageType type, int id) {
    send(
        new MqttMessage(
            new MqttFixedHeader(type, false, MqttQoS.AT_MOST_ONCE, false, 0),
            MqttMessageIdVariableHeader.from(id)));
  }

  private void send(MqttMessage packet) {
    if (channel != null) {
      channel.writeAndFlush(packet);
    }
  }

  private int nextPacketId() {
    packetId = packetId == MAX_PACKET_ID ? 1 : packetId + 1;
    return packetId;
  }

  private static int idOf(MqttMessage packet) {
    return ((MqttMessageIdVariableHeader) packet.variableHeader()).messageId();
  }
}
