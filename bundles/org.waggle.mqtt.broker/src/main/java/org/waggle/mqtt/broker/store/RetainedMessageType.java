package org.waggle.mqtt.broker.store;

import io.moquette.broker.RetainedMessage;
import io.moquette.broker.subscriptions.Topic;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.nio.ByteBuffer;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** How the store writes a retained message: QoS, topic, payload. */
final class RetainedMessageType extends BasicDataType<RetainedMessage> {

  private static final int OVERHEAD = 120; // of the objects, roughly

  @Override
  public int getMemory(RetainedMessage message) {
    return OVERHEAD + message.getPayload().length;
  }

  @Override
  public void write(WriteBuffer buffer, RetainedMessage message) {
    String topic = message.getTopic().toString();
    buffer.put((byte) message.qosLevel().value());
    buffer.putVarInt(topic.length()).putStringData(topic, topic.length());
    buffer.putVarInt(message.getPayload().length).put(message.getPayload());
  }

  @Override
  public RetainedMessage read(ByteBuffer buffer) {
    MqttQoS qos = MqttQoS.valueOf(buffer.get());
    String topic = DataUtils.readString(buffer);
    byte[] payload = new byte[DataUtils.readVarInt(buffer)];
    buffer.get(payload);
    return new RetainedMessage(new Topic(topic), qos, payload);
  }

  @Override
  public RetainedMessage[] createStorage(int size) {
    return new RetainedMessage[size];
  }
}
