package io.moquette.broker;

import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttPublishVariableHeader;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.netty.util.ReferenceCountUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.mqtt.broker.store.RetainMark;

/**
 * Sends messages to a client: retained ones with RETAIN set at every QoS, those in flight again
 * when the client is back, and none lost to a client that reads.
 *
 * <p>Moquette drops whatever it has to send, even acknowledgements, while more than Netty's write
 * buffer mark is unsent; the default of 64 KiB is a hundred retained messages. Here a client that
 * is behind by {@link #SLOW} loses messages of QoS 0, except retained ones, and one behind by
 * {@link #STUCK} its connection.
 */
final class DeliveryHandler extends ChannelDuplexHandler {

  static final int SLOW = 16 << 20;
  static final int STUCK = 64 << 20;

  /** To be set on the channel. */
  static final WriteBufferWaterMark WRITE_BUFFER = new WriteBufferWaterMark(SLOW, STUCK);

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryHandler.class);

  private final MQTTConnection connection;
  private final InFlight inFlight;
  private InFlight.OfSession session;
  private long lost;

  DeliveryHandler(MQTTConnection connection, InFlight inFlight) {
    this.connection = connection;
    this.inFlight = inFlight;
    this.session = InFlight.untracked();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object read) {
    MqttMessage packet = (MqttMessage) read;
    switch (packet.fixedHeader().messageType()) {
      case CONNECT -> connect((MqttConnectMessage) packet);
      case PUBREC -> session.received(packetId(packet));
      case PUBACK, PUBCOMP -> session.acknowledged(packetId(packet));
      default -> {} // says nothing about deliveries
    }
    context.fireChannelRead(packet);
  }

  private void connect(MqttConnectMessage connect) {
    session =
        inFlight.of(
            connect.payload().clientIdentifier(), connect.variableHeader().isCleanSession());
    session.resume(connection);
  }

  /** The gate tells which CONNACK the client was sent. */
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof MqttConnAckMessage answer) {
      if (answer.variableHeader().isSessionPresent()) {
        session.repetitions().forEach(packet -> context.write(ReferenceCountUtil.retain(packet)));
        context.flush();
      } else {
        session.forget();
      }
    }
    context.fireUserEventTriggered(event);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof MqttPublishMessage publish) {
      deliver(context, publish, promise);
    } else {
      context.write(message, promise);
    }
  }

  private void deliver(
      ChannelHandlerContext context, MqttPublishMessage publish, ChannelPromise promise) {
    boolean retained = RetainMark.isOn(publish.variableHeader().topicName());
    boolean mayBeLost = publish.fixedHeader().qosLevel() == MqttQoS.AT_MOST_ONCE;
    long unsent = unsent(context.channel());
    if (mayBeLost && !retained && unsent > SLOW) {
      lose(context, publish, promise);
      return;
    }
    if (lost > 0 && unsent < SLOW / 2) {
      LOG.info("{} has caught up; it has lost {} messages", Peer.name(context), lost);
      lost = 0;
    }
    MqttPublishMessage sent = retained ? withRetain(publish) : publish;
    if (!mayBeLost) {
      session.sent(sent);
    }
    context.write(sent, promise);
  }

  private void lose(
      ChannelHandlerContext context, MqttPublishMessage publish, ChannelPromise promise) {
    publish.release();
    promise.trySuccess();
    lost++;
    if (lost == 1) {
      LOG.warn("{} is {} MiB behind: it loses messages of QoS 0", Peer.name(context), SLOW >> 20);
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (context.channel().isActive() && !context.channel().isWritable()) {
      Peer.broke(context, (STUCK >> 20) + " MiB are waiting for it");
      context.close();
    }
  }

  private static long unsent(Channel channel) {
    return channel.isActive() ? STUCK - channel.bytesBeforeUnwritable() : 0;
  }

  private static MqttPublishMessage withRetain(MqttPublishMessage publish) {
    MqttFixedHeader header = publish.fixedHeader();
    return new MqttPublishMessage(
        new MqttFixedHeader(MqttMessageType.PUBLISH, header.isDup(), header.qosLevel(), true, 0),
        new MqttPublishVariableHeader(
            RetainMark.remove(publish.variableHeader().topicName()),
            publish.variableHeader().packetId()),
        publish.payload());
  }

  private static int packetId(MqttMessage packet) {
    return ((MqttMessageIdVariableHeader) packet.variableHeader()).messageId();
  }
}
