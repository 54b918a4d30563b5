package io.moquette.broker;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.util.ReferenceCountUtil;

/** Hands to Moquette what is left to it: the last handler of a client's pipeline. */
final class ConnectionHandler extends ChannelInboundHandlerAdapter {

  private final MQTTConnection connection;
  private final GuardedLoops loops;

  ConnectionHandler(MQTTConnection connection, GuardedLoops loops) {
    this.connection = connection;
    this.loops = loops;
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

  /** Moquette's own timer, which it hears on the channel's thread; the session is not that's. */
  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof InflightResender.ResendNotAckedPublishes) {
      loops.routeCommand(
          connection.getClientId(),
          "RESEND",
          () -> {
            connection.resendNotAckedPublishes();
            return "";
          });
    }
  }
}
