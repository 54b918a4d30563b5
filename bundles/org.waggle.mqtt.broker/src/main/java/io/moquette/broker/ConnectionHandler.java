package io.moquette.broker;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.util.ReferenceCountUtil;

/** Hands to Moquette what is left to it: the last handler of a client's pipeline. */
final class ConnectionHandler extends ChannelInboundHandlerAdapter {

  private final MQTTConnection connection;
  private final BrokerLoop loop;

  ConnectionHandler(MQTTConnection connection, BrokerLoop loop) {
    this.connection = connection;
    this.loop = loop;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object packet) {
    try {
      connection.handleMessage((MqttMessage) packet);
    } finally {
      ReferenceCountUtil.release(packet);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    connection.handleConnectionLost();
  }

  /** Moquette's own timer, on the channel's thread, which need not be the broker's. */
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof InflightResender.ResendNotAckedPublishes) {
      loop.routeCommand(
          connection.getClientId(),
          "RESEND",
          () -> {
            connection.resendNotAckedPublishes();
            return "";
          });
    }
  }
}
