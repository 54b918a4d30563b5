package org.waggle.mqtt.broker;

import io.netty.util.concurrent.Future;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;
import org.waggle.mqtt.api.MqttLink;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.api.MqttSession;
import org.waggle.mqtt.api.MqttSessionListener;

/**
 * The embedded broker as a link. Its sessions are connected whether or not the port for clients
 * from outside could be had; when its settings change, it is started anew and they follow.
 */
@Component(configurationPid = "org.waggle.mqtt.broker", immediate = true)
@Designate(ocd = Settings.Config.class)
public final class MoquetteBroker implements MqttLink {

  private final Function<Settings.Config, Settings> reader;
  private final Map<String, InProcessSession> sessions = new ConcurrentHashMap<>();
  private final Set<InProcessSession> closing = ConcurrentHashMap.newKeySet();
  private volatile Settings settings;
  private @Nullable RunningBroker running; // guarded by this

  @Activate
  public MoquetteBroker(Settings.Config config, BundleContext context) {
    this.reader = changed -> Settings.of(changed, context);
    this.settings = reader.apply(config);
  }

  @Activate
  synchronized void start() {
    RunningBroker started = RunningBroker.start(settings, sessions::containsKey);
    running = started;
    sessions.values().forEach(session -> session.attach(started.moquette()));
    SelfCheck.of(this, started.threads().next()).thenRun(started.listener()::open);
  }

  @Modified
  synchronized void modified(Settings.Config config) {
    Settings changed = reader.apply(config);
    if (!changed.equals(settings)) {
      stopRunning();
      sessions.values().forEach(session -> session.detach("the broker's settings have changed"));
      settings = changed;
      start();
    }
  }

  @Deactivate
  synchronized void stop() {
    stopRunning();
    sessions.values().forEach(InProcessSession::abandon);
    sessions.clear();
    closing.forEach(InProcessSession::abandon);
  }

  private void stopRunning() {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  @Override
  public synchronized MqttSession open(
      String clientId, MqttMessage will, MqttSessionListener listener) {
    if (sessions.containsKey(clientId)) {
      throw new IllegalStateException("an MQTT session " + clientId + " is open");
    }
    InProcessSession session =
        new InProcessSession(clientId, will, listener, this::server, this::closing);
    sessions.put(clientId, session);
    if (running != null) {
      session.attach(running.moquette());
    }
    return session;
  }

  /** Completed with the local address when the port is bound. */
  synchronized CompletionStage<InetSocketAddress> address() {
    return running == null
        ? CompletableFuture.failedStage(new IllegalStateException("stopped"))
        : running.listener().address();
  }

  private String server() {
    return "mqtt://" + settings.host() + ":" + settings.port();
  }

  /** The id is free again at once, though the broker has yet to hear of it. */
  private void closing(InProcessSession session) {
    sessions.remove(session.clientId(), session);
    closing.add(session);
    session.ended().addListener((Future<Object> ended) -> closing.remove(session));
  }
}
