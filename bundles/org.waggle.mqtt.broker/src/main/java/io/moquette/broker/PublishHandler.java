package io.moquette.broker;

import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageIdVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.Set;
import org.waggle.mqtt.api.Qos;

/**
 * Takes in the messages that a client publishes, in place of Moquette's way of doing so, which
 * drops a first-seen message with DUP set (and dies of it), forgets retained ones of QoS 0 and
 * acknowledges before it has stored.
 *
 * <p>A message is stored and handed to its subscribers before it is acknowledged; the packet
 * identifier of a QoS 2 message is remembered until PUBREL, so a repetition is acknowledged and
 * nothing more (MQTT 3.1.1, section 4.3.3).
 */
final class PublishHandler extends ChannelInboundHandlerAdapter {

  private final MQTTConnection connection;
  private final BrokerLoop loop;
  private final Publisher publisher;
  private final ReceivedQos2 receivedQos2;
  private Set<Integer> unreleased = Set.of();

  PublishHandler(
      MQTTConnection connection, BrokerLoop loop, Publisher publisher, ReceivedQos2 receivedQos2) {
    this.connection = connection;
    this.loop = loop;
    this.publisher = publisher;
    this.receivedQos2 = receivedQos2;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object packet) {
    if (packet instanceof MqttPublishMessage publish) {
      try {
        received(context, publish);
      } finally {
        publish.release();
      }
      return;
    }
    if (packet instanceof MqttConnectMessage connect) {
      unreleased =
          receivedQos2.of(
              connect.payload().clientIdentifier(), connect.variableHeader().isCleanSession());
    } else if (((MqttMessage) packet).fixedHeader().messageType() == MqttMessageType.PUBREL) {
      unreleased.remove(packetId((MqttMessage) packet));
    }
    context.fireChannelRead(packet);
  }

  private void received(ChannelHandlerContext context, MqttPublishMessage publish) {
    String topic = publish.variableHeader().topicName();
    if (!TopicName.isValid(topic)) {
      Peer.broke(context, "a message to topic '" + topic + "'");
      context.close();
      return;
    }
    int packetId = publish.variableHeader().packetId();
    switch (publish.fixedHeader().qosLevel()) {
      case AT_MOST_ONCE -> publish(publish, () -> {});
      case AT_LEAST_ONCE ->
          publish(publish, () -> acknowledge(context, MqttMessageType.PUBACK, packetId));
      case EXACTLY_ONCE -> {
        if (unreleased.add(packetId)) {
          publish(publish, () -> acknowledge(context, MqttMessageType.PUBREC, packetId));
        } else {
          acknowledge(context, MqttMessageType.PUBREC, packetId);
        }
      }
      default -> throw new IllegalArgumentException(publish.toString());
    }
  }

  private void publish(MqttPublishMessage publish, Runnable acknowledgement) {
    org.waggle.mqtt.api.MqttMessage message = message(publish);
    String clientId = connection.getClientId();
    loop.routeCommand(
        clientId,
        "PUBLISH",
        () -> {
          publisher.publish(clientId, message);
          acknowledgement.run();
          return "";
        });
  }

  private static org.waggle.mqtt.api.MqttMessage message(MqttPublishMessage publish) {
    return new org.waggle.mqtt.api.MqttMessage(
        publish.variableHeader().topicName(),
        ByteBufUtil.getBytes(publish.payload()),
        Qos.values()[publish.fixedHeader().qosLevel().value()],
        publish.fixedHeader().isRetain(),
        0);
  }

  private static void acknowledge(
      ChannelHandlerContext context, MqttMessageType type, int packetId) {
    context.writeAndFlush(
        new MqttMessage(
            new MqttFixedHeader(type, false, MqttQoS.AT_MOST_ONCE, false, 0),
            MqttMessageIdVariableHeader.from(packetId)));
  }

  private static int packetId(MqttMessage packet) {
    return ((MqttMessageIdVariableHeader) packet.variableHeader()).messageId();
  }
}
