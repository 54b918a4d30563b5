package org.waggle.mqtt.broker;

import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.util.Version;
import io.netty.util.concurrent.EventExecutor;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.mqtt.api.MqttLink;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.api.MqttSession;
import org.waggle.mqtt.api.MqttSessionListener;
import org.waggle.mqtt.api.Qos;

/**
 * Sends one retained message through a broker that was just started.
 *
 * <p>The broker leans on what Moquette does inside, and Moquette on Netty, which another bundle
 * brings. If that has changed so that nothing works, the user is told so and not left to wonder.
 */
final class SelfCheck implements MqttSessionListener {

  private static final Logger log = LoggerFactory.getLogger(SelfCheck.class);
  private static final String NAME = "waggle-self-check";
  private static final int SECONDS = 10;
  private static final MqttMessage MESSAGE =
      new MqttMessage(
          "$waggle/self-check", "ok".getBytes(StandardCharsets.UTF_8), Qos.AT_LEAST_ONCE, true, 0);
  private static final MqttMessage CLEARED =
      new MqttMessage(MESSAGE.topic(), new byte[0], Qos.AT_LEAST_ONCE, true, 0);

  private final CompletableFuture<@Nullable Void> result = new CompletableFuture<>();
  private final CompletableFuture<MqttSession> session = new CompletableFuture<>();
  private volatile String step = "CONNECT";

  private SelfCheck() {}

  /**
   * @param timer ends a check that hangs
   * @return completed when the check has ended; the log says how
   */
  static CompletionStage<@Nullable Void> of(MqttLink link, EventExecutor timer) {
    SelfCheck check = new SelfCheck();
    check.session.complete(link.open(NAME, CLEARED, check));
    timer.schedule(check::tooLate, SECONDS, TimeUnit.SECONDS);
    return check.result;
  }

  @Override
  public void connected() {
    step = "PUBLISH";
    session.thenAccept(
        open ->
            open.publish(MESSAGE)
                .thenCompose(
                    stored -> {
                      step = "SUBSCRIBE";
                      return open.subscribe(MESSAGE.topic(), MESSAGE.qos());
                    }));
  }

  @Override
  public void received(MqttMessage message) {
    if (message.retain() && message.text().equals(MESSAGE.text())) {
      log.debug("MQTT broker has passed its self-check");
      session.thenAccept(
          open -> {
            open.publish(CLEARED);
            open.close();
          });
      result.complete(null);
    } else {
      step = "delivery of a retained message";
    }
  }

  @Override
  public void disconnected(String reason) {}

  private void tooLate() {
    if (result.complete(null)) {
      session.thenAccept(MqttSession::close);
      log.error(
          "MQTT broker does not work: its self-check hangs at {}. It was built with other versions"
              + " of its libraries, perhaps; present are {}",
          step,
          Version.identify(MqttEncoder.class.getClassLoader()).values());
    }
  }
}
