package io.moquette.broker;

import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_ACCEPTED;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_IDENTIFIER_REJECTED;
import static io.netty.handler.codec.mqtt.MqttConnectReturnCode.CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.mqtt.MqttConnAckMessage;
import io.netty.handler.codec.mqtt.MqttConnectMessage;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageBuilders;
import io.netty.handler.codec.mqtt.MqttUnacceptableProtocolVersionException;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a client's packets through only when Moquette can take them: after its session is connected.
 *
 * <p>The client hears CONNACK when its session is connected, not before; otherwise what it, or
 * someone it tells, sends next could be lost. A connection begins with one CONNECT and has no other
 * (MQTT 3.1.1, section 3.1). Later handlers see CONNECT only if it is good, and as an event the
 * CONNACK that was sent.
 */
final class ConnectGate extends ChannelDuplexHandler {

  private static final Logger LOG = LoggerFactory.getLogger(ConnectGate.class);

  private enum Stage {
    BEFORE_CONNECT,
    CONNECTING,
    CONNECTED,
    REFUSED,
    LOST
  }

  private final MQTTConnection connection;
  private final BrokerLoop loop;
  private final Predicate<String> reservedClientIds;
  private final Queue<MqttMessage> held = new ArrayDeque<>(); // read, but not yet let through
  private Stage stage = Stage.BEFORE_CONNECT;

  ConnectGate(MQTTConnection connection, BrokerLoop loop, Predicate<String> reservedClientIds) {
    this.connection = connection;
    this.loop = loop;
    this.reservedClientIds = reservedClientIds;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object read) {
    MqttMessage packet = (MqttMessage) read;
    if (stage == Stage.REFUSED || stage == Stage.LOST) {
      ReferenceCountUtil.release(packet);
    } else if (packet.decoderResult().isFailure()) {
      malformed(context, packet);
    } else if (packet instanceof MqttConnectMessage connect) {
      connect(context, connect);
    } else if (stage == Stage.BEFORE_CONNECT) {
      refuse(context, packet, packet.fixedHeader().messageType() + " before CONNECT");
    } else {
      held.add(packet);
      letThrough(context);
    }
  }

  private void connect(ChannelHandlerContext context, MqttConnectMessage connect) {
    String clientId = connect.payload().clientIdentifier();
    if (stage != Stage.BEFORE_CONNECT) {
      refuse(context, connect, "a second CONNECT");
    } else if (clientId.indexOf('\0') >= 0) {
      refuse(context, connect, "a client id with U+0000");
    } else if (reservedClientIds.test(clientId)) {
      answer(context, CONNECTION_REFUSED_IDENTIFIER_REJECTED);
      refuse(context, connect, "client id " + clientId + ", which is in use inside this process");
    } else {
      stage = Stage.CONNECTING;
      context.fireChannelRead(connect);
    }
  }

  private void malformed(ChannelHandlerContext context, MqttMessage packet) {
    Throwable cause = packet.decoderResult().cause();
    if (cause instanceof MqttUnacceptableProtocolVersionException) {
      answer(context, CONNECTION_REFUSED_UNACCEPTABLE_PROTOCOL_VERSION);
    }
    refuse(context, packet, "a malformed packet: " + cause.getMessage());
  }

  private static void answer(ChannelHandlerContext context, MqttConnectReturnCode code) {
    context.writeAndFlush(MqttMessageBuilders.connAck().returnCode(code).build());
  }

  private void refuse(ChannelHandlerContext context, MqttMessage packet, String reason) {
    ReferenceCountUtil.release(packet);
    Peer.broke(context, reason);
    stage = stage == Stage.CONNECTED ? Stage.LOST : Stage.REFUSED;
    context.close();
  }

  /** Moquette's CONNACK is held back until the session is connected. */
  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
    if (message instanceof MqttConnAckMessage answer
        && answer.variableHeader().connectReturnCode() == CONNECTION_ACCEPTED) {
      // Moquette connects the session when its write succeeds, by a listener it adds after the
      // write has returned. A command behind the one that writes comes after that, too.
      boolean routed =
          loop.routeCommand(
                  connection.getClientId(),
                  "CONNACK",
                  () -> {
                    context.executor().execute(() -> connected(context, answer, promise));
                    return "";
                  })
              .isSuccess();
      if (!routed) {
        context.close();
      }
    } else {
      context.write(message, promise);
    }
  }

  private void connected(
      ChannelHandlerContext context, MqttConnAckMessage answer, ChannelPromise promise) {
    if (context.channel().isActive()) {
      // Before the messages that have waited: Moquette may send them as soon as it hears of
      // success.
      context.writeAndFlush(answer);
      context.fireUserEventTriggered(answer);
    }
    promise.trySuccess();
    if (!connection.isConnected()) {
      LOG.error("MQTT client {}: its session is not connected", connection.getClientId());
      context.close();
      return;
    }
    stage = Stage.CONNECTED;
    if (context.channel().isActive()) {
      letThrough(context);
    } else {
      connection.handleConnectionLost(); // only now does Moquette take notice
    }
  }

  // Nothing is read while packets are held: not even the end of the connection, which would
  // otherwise overtake what the client sent before.
  private void letThrough(ChannelHandlerContext context) {
    while (mayPass(context)) {
      context.fireChannelRead(held.remove());
    }
    context.channel().config().setAutoRead(held.isEmpty());
  }

  private boolean mayPass(ChannelHandlerContext context) {
    return stage == Stage.CONNECTED && context.channel().isActive() && !held.isEmpty();
  }

  /** Moquette would drain the session's queue on each read; every event that matters does so. */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {}

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    held.forEach(ReferenceCountUtil::release);
    held.clear();
    if (stage == Stage.CONNECTED || stage == Stage.LOST) {
      context.fireChannelInactive();
    }
  }

  /** Mostly a peer that went away without a word. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    LOG.debug("MQTT client {}: connection failed", connection.getClientId(), cause);
    context.close().addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
  }
}
