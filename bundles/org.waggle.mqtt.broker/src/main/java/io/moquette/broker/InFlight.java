package io.moquette.broker;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttFixedHeader;
import io.netty.handler.codec.mqtt.MqttMessage;
import io.netty.handler.codec.mqtt.MqttMessageType;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each persistent session has sent and its client has not acknowledged, to be sent again when
 * the client is back (MQTT 3.1.1, section 4.4).
 *
 * <p>Moquette sends it again too, but only after 5 s and in no order; and it numbers packets from 1
 * in each connection, which puts a new message in the place of one in flight. Lost with the
 * process, as Moquette's own list is.
 */
final class InFlight {

  private final Map<String, OfSession> persistentSessions = new ConcurrentHashMap<>();

  /** The state of the session that a client begins or goes on with. */
  OfSession of(String clientId, boolean cleanSession) {
    if (cleanSession) {
      persistentSessions.remove(clientId);
      return untracked();
    }
    return persistentSessions.computeIfAbsent(clientId, id -> new OfSession(true));
  }

  /** For sessions that end with their connection. */
  static OfSession untracked() {
    return new OfSession(false);
  }

  /** Used by one connection after the other, each on a thread of its own. */
  static final class OfSession {

    private final boolean kept;
    private final Map<Integer, MqttMessage> unacknowledged = new LinkedHashMap<>();
    private int lastPacketId;

    private OfSession(boolean kept) {
      this.kept = kept;
    }

    /** Lets a connection count on from where the session's last one ended. */
    synchronized void resume(MQTTConnection connection) {
      if (lastPacketId != 0) {
        while (connection.nextPacketId() != lastPacketId) {
          // counts up to it
        }
      }
    }

    synchronized void sent(MqttPublishMessage publish) {
      if (kept && !publish.fixedHeader().isDup()) {
        lastPacketId = publish.variableHeader().packetId();
        unacknowledged.put(lastPacketId, repetition(publish));
      }
    }

    /** PUBREC: from now on it is PUBREL that has to arrive. */
    synchronized void received(int packetId) {
      if (kept) {
        unacknowledged.replace(packetId, MQTTConnection.pubrel(packetId));
      }
    }

    /** PUBACK or PUBCOMP. */
    synchronized void acknowledged(int packetId) {
      unacknowledged.remove(packetId);
    }

    /** The broker has no session of that client, so nothing is in flight in it. */
    synchronized void forget() {
      unacknowledged.clear();
    }

    /** What is to be sent again, in the order in which it was sent first. */
    synchronized List<MqttMessage> repetitions() {
      return List.copyOf(unacknowledged.values());
    }

    // With a payload of its own: Moquette releases the other one at some time.
    private static MqttPublishMessage repetition(MqttPublishMessage publish) {
      MqttFixedHeader header = publish.fixedHeader();
      return new MqttPublishMessage(
          new MqttFixedHeader(
              MqttMessageType.PUBLISH, true, header.qosLevel(), header.isRetain(), 0),
          publish.variableHeader(),
          Unpooled.wrappedBuffer(ByteBufUtil.getBytes(publish.payload())));
    }
  }
}
