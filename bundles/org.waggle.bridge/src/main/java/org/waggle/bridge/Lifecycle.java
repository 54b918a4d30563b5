package org.waggle.bridge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.bridge.api.PublishReason;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.publication.InfoTopic;
import org.waggle.bridge.publication.StateTopic;
import org.waggle.bridge.request.Requests;
import org.waggle.mqtt.api.MqttLink;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.api.MqttSession;
import org.waggle.mqtt.api.MqttSessionListener;
import org.waggle.mqtt.api.Qos;
import org.waggle.zigbee.api.NetworkListener;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.Subscription;
import org.waggle.zigbee.api.ZigbeeGroup;
import org.waggle.zigbee.api.ZigbeeNode;

/**
 * Brings a bridge up when broker and radio are there, and tells clients when they are not.
 *
 * <p>Used on the event thread, but for the calls of the MQTT link, which it takes there.
 */
final class Lifecycle implements MqttSessionListener, NetworkListener {

  /** After connecting, the time in which a broker that keeps retained messages sends them back. */
  private static final Duration RETAINED_WAIT = Duration.ofSeconds(2);

  private static final Logger LOGGER = LoggerFactory.getLogger(Lifecycle.class);

  private final Parts parts;
  private final MqttLink mqtt;
  private final String prefix;
  private final List<Subscription> subscriptions = new ArrayList<>();
  private @Nullable Subscription resending;
  private boolean connected;
  private boolean resolved;
  private boolean introduced;

  /** Whether the broker knows the state, and which one. */
  private boolean stateTold;

  private boolean radioTold;
  private volatile boolean online;
  private volatile boolean stopped;

  Lifecycle(Parts parts, MqttLink mqtt) {
    this.parts = parts;
    this.mqtt = mqtt;
    this.prefix = parts.settings.baseTopic() + "/";
  }

  /** Whether {@code bridge/state} is {@code online}. For any thread. */
  boolean isOnline() {
    return online;
  }

  void start() {
    recordAll();
    subscriptions.add(parts.network.listen(this));
    subscriptions.add(parts.network.listen(parts.membership));
    parts
        .definitions
        .start()
        .thenRun(
            () -> {
              resolved = true;
              introduce();
            });
    String clientId =
        "waggle-"
            + parts.settings.network()
            + "-"
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    MqttSession session = mqtt.open(clientId, StateTopic.will(parts.settings.baseTopic()), this);
    parts.outbox.open(session);
    parts.radioTopic.publish();
    session.subscribe(prefix + InfoTopic.TOPIC, Qos.AT_MOST_ONCE);
    session.subscribeToOthers(prefix + "#", Qos.AT_MOST_ONCE);
  }

  /** Names for what came while there was no bridge, and groups for what only has a name. */
  private void recordAll() {
    boolean added = false;
    for (ZigbeeNode node : parts.network.nodes()) {
      added |= parts.entities.ensure(node.ieeeAddress());
    }
    for (ZigbeeGroup group : parts.network.groups()) {
      added |= parts.entities.ensure(group.id());
    }
    if (added) {
      parts.entities.save();
    }
    for (int group : parts.entities.groupIds()) {
      if (parts.network.group(group).isEmpty()) {
        parts.network.createGroup(group);
      }
    }
  }

  void stop() {
    stopped = true;
    online = false;
    subscriptions.forEach(Subscription::close);
    if (resending != null) {
      resending.close();
    }
    parts.configure.stop();
    parts.networkMap.stop();
    parts.definitions.close();
    parts.states.flush();
    parts.radioTopic.publishFarewell();
    parts.stateTopic.publishFarewell();
    parts.outbox.session().ifPresent(MqttSession::close);
  }

  @Override
  public void connected() {
    onEventThread(
        () -> {
          connected = true;
          LOGGER.info("connected to the MQTT broker");
          stateTold = false;
          tellState();
          parts.outbox.sendMissed();
          resending = parts.network.schedule(RETAINED_WAIT, parts.outbox::sendRetained);
          introduce();
        });
  }

  @Override
  public void disconnected(String reason) {
    onEventThread(
        () -> {
          connected = false;
          LOGGER.warn("not connected to the MQTT broker: {}", reason);
          tellState();
        });
  }

  @Override
  public void received(MqttMessage message) {
    String topic = message.topic();
    if (!topic.startsWith(prefix)) {
      return;
    }
    String below = topic.substring(prefix.length());
    if (below.equals(InfoTopic.TOPIC)) {
      onEventThread(this::retainedAreKept);
    }
    if (!parts.outbox.isOwn(topic)) {
      onEventThread(() -> receive(below, message.text()));
    }
  }

  private void retainedAreKept() {
    if (resending != null) {
      resending.close();
      resending = null;
    }
  }

  private void receive(String topic, String payload) {
    if (topic.startsWith(Requests.REQUEST)) {
      parts.requests.receive(topic.substring(Requests.REQUEST.length()), payload);
    } else {
      parts.commands.receive(topic, payload);
    }
  }

  private void onEventThread(Runnable task) {
    parts.network.execute(
        () -> {
          if (!stopped) {
            task.run();
          }
        });
  }

  @Override
  public void statusChanged(NetworkStatus status) {
    tellState();
    parts.radioTopic.publish();
    if (status.isOnline() && introduced) {
      parts.lists.publishAll();
    }
    introduce();
  }

  private void tellState() {
    boolean radio = parts.network.status().isOnline();
    if (connected && !(stateTold && radio == radioTold)) {
      stateTold = true;
      radioTold = radio;
      parts.stateTopic.publish(radio);
    }
    boolean now = connected && radio;
    if (now != online) {
      online = now;
      parts.extensions.tell(listener -> listener.onlineChanged(now));
    }
  }

  /** Tells clients all there is, once broker, radio and definitions are there. */
  private void introduce() {
    if (introduced || !resolved || !online) {
      return;
    }
    introduced = true;
    parts.lists.publishAll();
    if (parts.settings.cacheState() && parts.settings.cacheStateSendOnStartup()) {
      parts.network.nodes().forEach(node -> republish(new EntityKey.Device(node.ieeeAddress())));
      parts.network.groups().forEach(group -> republish(new EntityKey.Group(group.id())));
    }
    parts.configure.start();
  }

  private void republish(EntityKey entity) {
    if (parts.states.exists(entity.id())) {
      parts.publisher.publish(entity, parts.states.state(entity.id()), PublishReason.CACHED);
    }
  }

  /** Other definitions serve the devices than before. */
  void definitionsChanged() {
    if (introduced && !stopped) {
      parts.lists.devicesChanged();
      parts
          .snapshots
          .devices()
          .forEach(device -> parts.extensions.tell(listener -> listener.deviceChanged(device)));
    }
  }
}
