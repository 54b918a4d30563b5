package io.moquette.broker;

import io.netty.channel.ChannelHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the log says about the client at the other end of a channel. */
final class Peer {

  private static final Logger LOG = LoggerFactory.getLogger(Peer.class);

  private Peer() {}

  /** The client sent what MQTT forbids, or does not read: its connection is closed. */
  static void broke(ChannelHandlerContext context, String what) {
    LOG.warn("{}: {}; its connection is closed", name(context), printable(what));
  }

  static String name(ChannelHandlerContext context) {
    @Nullable String clientId = NettyUtils.clientID(context.channel());
    return (clientId == null ? "MQTT client" : "MQTT client " + printable(clientId))
        + " at "
        + context.channel().remoteAddress();
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
