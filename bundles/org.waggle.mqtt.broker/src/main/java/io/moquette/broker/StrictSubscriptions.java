package io.moquette.broker;

import io.moquette.broker.subscriptions.CTrieSubscriptionDirectory;
import io.moquette.broker.subscriptions.Subscription;
import io.moquette.broker.subscriptions.Topic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.waggle.mqtt.broker.store.TopicFilter;

/**
 * Differs from Moquette's: leading wildcards do not match $-topics (MQTT 3.1.1, section 4.7.2), a
 * subscription may be without its client's own messages, and what matches a topic is remembered
 * until a subscription changes.
 */
final class StrictSubscriptions extends CTrieSubscriptionDirectory {

  private static final int MOST_REMEMBERED = 10_000;

  private final Map<String, Set<String>> withoutOwn = new ConcurrentHashMap<>();

  /** Replaced after each change: who matched before it writes into a map nobody reads again. */
  private volatile Map<String, List<Subscription>> remembered = new ConcurrentHashMap<>();

  /** Keeps a client's own messages from a subscription that it is going to make. */
  void exceptOwn(String clientId, String topicFilter) {
    withoutOwn.computeIfAbsent(clientId, id -> ConcurrentHashMap.newKeySet()).add(topicFilter);
  }

  /** Whether a message of a client would be sent to anybody. */
  boolean hasAudience(String clientId, String topic) {
    Set<String> excepted = withoutOwn.getOrDefault(clientId, Set.of());
    for (Subscription subscription : matching(topic)) {
      if (!isExcepted(subscription, clientId, excepted)) {
        return true;
      }
    }
    return false;
  }

  /** Who is sent a message of a client: each session once, with the highest QoS it asked for. */
  List<Subscription> receivers(String clientId, String topic) {
    List<Subscription> matching = matching(topic);
    Set<String> excepted = withoutOwn.getOrDefault(clientId, Set.of());
    if (!excepted.isEmpty()) {
      matching = new ArrayList<>(matching);
      matching.removeIf(subscription -> isExcepted(subscription, clientId, excepted));
    }
    return matching.size() > 1 ? oneOfEachSession(matching) : matching;
  }

  private static List<Subscription> oneOfEachSession(List<Subscription> subscriptions) {
    Map<String, Subscription> ofSessions = new LinkedHashMap<>();
    for (Subscription subscription : subscriptions) {
      ofSessions.merge(
          subscription.getClientId(),
          subscription,
          (one, other) -> one.qosLessThan(other) ? other : one);
    }
    return List.copyOf(ofSessions.values());
  }

  @Override
  public List<Subscription> matchWithoutQosSharpening(Topic topic) {
    return matching(topic.toString());
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

  private static boolean isExcepted(
      Subscription subscription, String publisher, Set<String> excepted) {
    return !excepted.isEmpty()
        && subscription.getClientId().equals(publisher)
        && excepted.contains(subscription.getTopicFilter().toString());
  }

  private List<Subscription> matching(String topic) {
    Map<String, List<Subscription>> known = remembered;
    List<Subscription> matching = known.get(topic);
    if (matching == null) {
      matching = List.copyOf(match(topic));
      if (known.size() < MOST_REMEMBERED) {
        known.put(topic, matching);
      }
    }
    return matching;
  }

  private List<Subscription> match(String topic) {
    List<Subscription> matching = super.matchWithoutQosSharpening(new Topic(topic));
    return topic.startsWith("$")
        ? matching.stream().filter(StrictSubscriptions::beginsLiterally).toList()
        : matching;
  }

  private static boolean beginsLiterally(Subscription subscription) {
    return !new TopicFilter(subscription.getTopicFilter().toString()).startsWithWildcard();
  }
}
