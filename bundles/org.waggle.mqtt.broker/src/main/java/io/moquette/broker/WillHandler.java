package io.moquette.broker;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectPayload;
import io.netty.handler.codec.mqtt.MqttConnectVariableHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import org.jspecify.annotations.Nullable;
import org.waggle.mqtt.api.Qos;

/**
 * Keeps the will of a client and publishes it when the connection ends without DISCONNECT (MQTT
 * 3.1.1, section 3.1.2.5). Moquette would not store a retained will, nor publish that of a client
 * whose session is taken over; so it is told of no will at all.
 */
final class WillHandler extends ChannelInboundHandlerAdapter {

  private final MQTTConnection connection;
  private final BrokerLoop loop;
  private final Publisher publisher;
  private org.waggle.mqtt.api.@Nullable MqttMessage will;

  WillHandler(MQTTConnection connection, BrokerLoop loop, Publisher publisher) {
    this.connection = connection;
    this.loop = loop;
    this.publisher = publisher;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object packet) {
    if (packet instanceof MqttConnectMessage connect && connect.variableHeader().isWillFlag()) {
      String topic = connect.payload().willTopic();
      if (!TopicName.isValid(topic)) {
        Peer.broke(context, "will topic '" + topic + "'");
        context.close();
        return;
      }
      will = willOf(connect);
      context.fireChannelRead(withoutWill(connect));
      return;
    }
    if (((MqttMessage) packet).fixedHeader().messageType() == MqttMessageType.DISCONNECT) {
      will = null;
    }
    context.fireChannelRead(packet);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    org.waggle.mqtt.api.MqttMessage due = will;
    if (due != null) {
      loop.routeCommand(
          connection.getClientId(),
          "WILL",
          () -> {
            publisher.publish(connection.getClientId(), due);
            return "";
          });
    }
    context.fireChannelInactive();
  }

  private static org.waggle.mqtt.api.MqttMessage willOf(MqttConnectMessage connect) {
    MqttConnectVariableHeader header = connect.variableHeader();
    return new org.waggle.mqtt.api.MqttMessage(
        connect.payload().willTopic(),
        connect.payload().willMessageInBytes(),
        Qos.values()[header.willQos()],
        header.isWillRetain(),
        0);
  }

  private static MqttConnectMessage withoutWill(MqttConnectMessage connect) {
    MqttConnectVariableHeader header = connect.variableHeader();
    MqttConnectPayload payload = connect.payload();
    return new MqttConnectMessage(
        connect.fixedHeader(),
        new MqttConnectVariableHeader(
            header.name(),
            header.version(),
            header.hasUserName(),
            header.hasPassword(),
            false,
            0,
            false,
            header.isCleanSession(),
            header.keepAliveTimeSeconds()),
        new MqttConnectPayload(
            payload.clientIdentifier(),
            null,
            (byte[]) null,
            payload.userName(),
            payload.passwordInBytes()));
  }
}
