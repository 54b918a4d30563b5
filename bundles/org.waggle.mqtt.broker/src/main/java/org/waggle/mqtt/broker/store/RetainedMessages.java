package org.waggle.mqtt.broker.store;

import io.moquette.broker.IRetainedRepository;
import io.moquette.broker.RetainedMessage;
import io.moquette.broker.subscriptions.Topic;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The retained message of each topic. What it hands out carries the {@link RetainMark}.
 *
 * <p>Safe for use by several threads.
 */
public final class RetainedMessages implements IRetainedRepository {

  private final DurableMap<RetainedMessage> messages;

  RetainedMessages(DurableMap<RetainedMessage> messages) {
    this.messages = messages;
  }

  /** Stores the message of its topic; an empty payload forgets what is stored. */
  public void keep(String topic, MqttQoS qos, byte[] payload) {
    if (payload.length == 0) {
      messages.remove(topic);
    } else {
      messages.put(topic, new RetainedMessage(new Topic(RetainMark.mark(topic)), qos, payload));
    }
  }

  @Override
  public List<RetainedMessage> retainedOnTopic(String topicFilter) {
    TopicFilter filter = new TopicFilter(topicFilter);
    String prefix = filter.literalPrefix();
    List<RetainedMessage> matching = new ArrayList<>();
    for (Map.Entry<String, RetainedMessage> entry : messages.entries().tailMap(prefix).entrySet()) {
      if (!entry.getKey().startsWith(prefix)) {
        break;
      }
      if (filter.matches(entry.getKey())) {
        matching.add(entry.getValue());
      }
    }
    return matching;
  }

  @Override
  public void retain(Topic topic, MqttPublishMessage message) {
    byte[] payload = ByteBufUtil.getBytes(message.payload());
    keep(topic.toString(), message.fixedHeader().qosLevel(), payload);
  }

  @Override
  public void cleanRetained(Topic topic) {
    messages.remove(topic.toString());
  }

  @Override
  public boolean isEmpty() {
    return messages.isEmpty();
  }
}
