package io.moquette.broker;

import io.moquette.broker.subscriptions.CTrieSubscriptionDirectory;
import io.moquette.broker.subscriptions.Subscription;
import io.moquette.broker.subscriptions.Topic;
import java.util.List;
import org.waggle.mqtt.broker.store.TopicFilter;

/** Differs from Moquette's: leading wildcards do not match $-topics (MQTT 3.1.1, section 4.7.2). */
final class StrictSubscriptions extends CTrieSubscriptionDirectory {

  @Override
  public List<Subscription> matchWithoutQosSharpening(Topic topic) {
    List<Subscription> matching = super.matchWithoutQosSharpening(topic);
    return topic.toString().startsWith("$")
        ? matching.stream().filter(StrictSubscriptions::beginsLiterally).toList()
        : matching;
  }

  private static boolean beginsLiterally(Subscription subscription) {
    return !new TopicFilter(subscription.getTopicFilter().toString()).startsWithWildcard();
  }
}
