package org.waggle.mqtt.broker.store;

import io.moquette.broker.ISubscriptionsRepository;
import io.moquette.broker.subscriptions.Subscription;
import io.moquette.broker.subscriptions.Topic;
import io.netty.handler.codec.mqtt.MqttQoS;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The subscriptions of persistent sessions; those of clean sessions end with the process. */
public final class StoredSubscriptions implements ISubscriptionsRepository {

  /** Neither a client id nor a topic filter holds it (MQTT 3.1.1, section 1.5.3). */
  private static final char SEPARATOR = '\0';

  private final DurableMap<Long> qosOfSubscription;
  private final StoredSessions sessions;

  StoredSubscriptions(DurableMap<Long> qosOfSubscription, StoredSessions sessions) {
    this.qosOfSubscription = qosOfSubscription;
    this.sessions = sessions;
  }

  @Override
  public Set<Subscription> listAllSubscriptions() {
    return qosOfSubscription.entries().entrySet().stream()
        .map(StoredSubscriptions::subscription)
        .collect(Collectors.toSet());
  }

  @Override
  public void addNewSubscription(Subscription subscription) {
    if (sessions.contains(subscription.getClientId())) {
      qosOfSubscription.put(
          key(subscription.getTopicFilter().toString(), subscription.getClientId()),
          (long) subscription.getRequestedQos().value());
    }
  }

  @Override
  public void removeSubscription(String topicFilter, String clientId) {
    qosOfSubscription.remove(key(topicFilter, clientId));
  }

  private static String key(String topicFilter, String clientId) {
    return clientId + SEPARATOR + topicFilter;
  }

  private static Subscription subscription(Map.Entry<String, Long> entry) {
    int separator = entry.getKey().indexOf(SEPARATOR);
    return new Subscription(
        entry.getKey().substring(0, separator),
        new Topic(entry.getKey().substring(separator + 1)),
        MqttQoS.valueOf(entry.getValue().intValue()));
  }
}
