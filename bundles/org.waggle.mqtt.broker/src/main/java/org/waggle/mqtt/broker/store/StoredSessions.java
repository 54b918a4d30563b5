package org.waggle.mqtt.broker.store;

import io.moquette.broker.ISessionsRepository;
import io.netty.handler.codec.mqtt.MqttVersion;
import java.time.Clock;
import java.util.Collection;

/** The persistent sessions (clean session 0): client id and seconds until an absent one expires. */
public final class StoredSessions implements ISessionsRepository {

  private final DurableMap<Long> expirySeconds;
  private final Clock clock;

  StoredSessions(DurableMap<Long> expirySeconds, Clock clock) {
    this.expirySeconds = expirySeconds;
    this.clock = clock;
  }

  /**
   * All sessions, each with a date of expiry. Moquette writes the date only when it is stopped
   * cleanly, and refuses to start without it; so it is counted from now.
   */
  @Override
  public Collection<SessionData> list() {
    return expirySeconds.entries().entrySet().stream()
        .map(session -> absentFromNow(session.getKey(), session.getValue().intValue()))
        .toList();
  }

  /** Moquette hands over clean sessions too; such a one ends the client's persistent session. */
  @Override
  public void saveSession(SessionData session) {
    if (session.expiryInterval() == 0) {
      delete(session);
    } else {
      expirySeconds.put(session.clientId(), (long) session.expiryInterval());
    }
  }

  @Override
  public void delete(SessionData session) {
    expirySeconds.remove(session.clientId());
  }

  boolean contains(String clientId) {
    return expirySeconds.get(clientId) != null;
  }

  private SessionData absentFromNow(String clientId, int seconds) {
    return new SessionData(clientId, MqttVersion.MQTT_3_1_1, seconds, clock)
        .withExpirationComputed();
  }
}
