package io.moquette.broker;

import io.moquette.broker.subscriptions.CTrieSubscriptionDirectory;
import io.moquette.broker.subscriptions.Subscription;
import io.moquette.broker.subscriptions.Topic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.waggle.mqtt.broker.store.TopicFilter;

/**
 * Differs from Moquette's: leading wildcards do not match $-topics (MQTT 3.1.1, section 4.7.2), a
 * subscription may be without its client's own messages, and what matches a topic is remembered
 * until a subscription changes.
 */
final class StrictSubscriptions extends CTrieSubscriptionDirectory {

  private static final int MOST_REMEMBERED = 10_000;

  private final Map<String, Set<String>> withoutOwn = new ConcurrentHashMap<>();
  private final ThreadLocal<@Nullable String> publishing = new ThreadLocal<>();

  /** Replaced after each change: who matched before it writes into a map nobody reads again. */
  private volatile Map<String, List<Subscription>> remembered = new ConcurrentHashMap<>();

  /** Keeps a client's own messages from a subscription that it is going to make. */
  void exceptOwn(String clientId, String topicFilter) {
    withoutOwn.computeIfAbsent(clientId, id -> ConcurrentHashMap.newKeySet()).add(topicFilter);
  }

  /** Runs what publishes a message of a client. */
  void publishingFor(String clientId, Runnable publish) {
    publishing.set(clientId);
    try {
      publish.run();
    } finally {
      publishing.remove();
    }
  }

  /** Whether a message of a client would be sent to anybody. */
  boolean hasAudience(String clientId, Topic topic) {
    for (Subscription subscription : matching(topic)) {
      if (!isExcepted(subscription, clientId)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public List<Subscription> matchWithoutQosSharpening(Topic topic) {
    List<Subscription> matching = matching(topic);
    String publisher = publishing.get();
    return publisher == null || !withoutOwn.containsKey(publisher)
        ? matching
        : matching.stream().filter(subscription -> !isExcepted(subscription, publisher)).toList();
  }

  @Override
  public void add(Subscription subscription) {
    super.add(subscription);
    forget();
  }

  @Override
  public void removeSubscription(Topic topicFilter, String clientId) {
    super.removeSubscription(topicFilter, clientId);
    Set<String> excepted = withoutOwn.get(clientId);
    if (excepted != null) {
      excepted.remove(topicFilter.toString());
    }
    forget();
  }

  private void forget() {
    remembered = new ConcurrentHashMap<>();
  }

  private boolean isExcepted(Subscription subscription, String publisher) {
    return subscription.getClientId().equals(publisher)
        && withoutOwn
            .getOrDefault(publisher, Set.of())
            .contains(subscription.getTopicFilter().toString());
  }

  private List<Subscription> matching(Topic topic) {
    Map<String, List<Subscription>> known = remembered;
    List<Subscription> matching = known.get(topic.toString());
    if (matching == null) {
      matching = List.copyOf(match(topic));
      if (known.size() < MOST_REMEMBERED) {
        known.put(topic.toString(), matching);
      }
    }
    return matching;
  }

  private List<Subscription> match(Topic topic) {
    List<Subscription> matching = super.matchWithoutQosSharpening(topic);
    return topic.toString().startsWith("$")
        ? matching.stream().filter(StrictSubscriptions::beginsLiterally).toList()
        : matching;
  }

  private static boolean beginsLiterally(Subscription subscription) {
    return !new TopicFilter(subscription.getTopicFilter().toString()).startsWithWildcard();
  }
}
