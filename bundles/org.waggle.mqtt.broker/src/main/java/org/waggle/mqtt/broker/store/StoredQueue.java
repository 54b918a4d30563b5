package org.waggle.mqtt.broker.store;

import io.moquette.broker.AbstractSessionMessageQueue;
import io.moquette.broker.SessionRegistry.EnqueuedMessage;
import io.moquette.broker.SessionRegistry.PublishedMessage;
import io.moquette.broker.subscriptions.Topic;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What waits for the client of a persistent session, oldest first. Used by one thread at a time.
 *
 * <p>Entries are bytes of their own: the store writes them from its own thread, whatever has
 * happened to the message's buffer by then.
 */
final class StoredQueue extends AbstractSessionMessageQueue<EnqueuedMessage> {

  /** A client that stays away must not fill the disk. */
  static final int LIMIT = 100_000;

  private static final Logger LOG = LoggerFactory.getLogger(StoredQueue.class);

  private final String clientId;
  private final MVMap<Long, byte[]> messages;
  private boolean full;

  StoredQueue(String clientId, MVMap<Long, byte[]> messages) {
    this.clientId = clientId;
    this.messages = messages;
  }

  @Override
  public void enqueue(EnqueuedMessage message) {
    checkEnqueuePreconditions(message);
    if (messages.sizeAsLong() >= LIMIT) {
      if (!full) {
        full = true;
        LOG.warn("{} messages wait for MQTT client {}: further ones are lost", LIMIT, clientId);
      }
      return;
    }
    Long newest = messages.lastKey();
    messages.put(newest == null ? 0L : newest + 1, encode((PublishedMessage) message));
  }

  @Override
  @SuppressWarnings("NullAway") // Moquette asks for null when there is none
  public @Nullable EnqueuedMessage dequeue() {
    checkDequeuePreconditions();
    Long oldest = messages.firstKey();
    if (oldest == null) {
      return null;
    }
    full = false;
    return decode(messages.remove(oldest));
  }

  @Override
  public boolean isEmpty() {
    checkIsEmptyPreconditions();
    return messages.isEmpty();
  }

  @Override
  public void closeAndPurge() {
    closed = true;
    messages.getStore().removeMap(messages);
  }

  private static byte[] encode(PublishedMessage message) {
    byte[] topic = message.getTopic().toString().getBytes(StandardCharsets.UTF_8);
    byte[] payload = ByteBufUtil.getBytes(message.getPayload());
    return ByteBuffer.allocate(1 + Integer.BYTES + topic.length + payload.length)
        .put((byte) message.getPublishingQos().value())
        .putInt(topic.length)
        .put(topic)
        .put(payload)
        .array();
  }

  private static PublishedMessage decode(byte[] entry) {
    ByteBuffer bytes = ByteBuffer.wrap(entry);
    MqttQoS qos = MqttQoS.valueOf(bytes.get());
    byte[] topic = new byte[bytes.getInt()];
    bytes.get(topic);
    return new PublishedMessage(
        new Topic(new String(topic, StandardCharsets.UTF_8)),
        qos,
        Unpooled.wrappedBuffer(entry, bytes.position(), bytes.remaining()),
        false);
  }
}
