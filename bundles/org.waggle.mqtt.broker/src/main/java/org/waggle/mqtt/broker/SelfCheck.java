package org.waggle.mqtt.broker;

import io.netty.handler.codec.mqtt.MqttEncoder;
import io.netty.util.Version;
import io.netty.util.concurrent.EventExecutor;
import java.util.UUID;
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

  private static final Logger LOG = LoggerFactory.getLogger(SelfCheck.class);
  private static final int SECONDS = 10;

  private final CompletableFuture<@Nullable Void> result = new CompletableFuture<>();
  private final CompletableFuture<MqttSession> session = new CompletableFuture<>();
  private final String name = "waggle-self-check-" + UUID.randomUUID();
  private final MqttMessage message =
      MqttMessage.of("$waggle/" + name, "ok").withQos(Qos.AT_LEAST_ONCE).retained();
  private final MqttMessage cleared =
      MqttMessage.of(message.topic(), "").withQos(Qos.AT_LEAST_ONCE).retained();
  private volatile String step = "CONNECT";

  private SelfCheck() {}

  /**
   * @param timer ends a check that hangs
   * @return completed when the check has ended; the log says how
   */
  static CompletionStage<@Nullable Void> of(MqttLink link, EventExecutor timer) {
    SelfCheck check = new SelfCheck();
    check.session.complete(link.open(check.name, check.cleared, check));
    timer.schedule(check::tooLate, SECONDS, TimeUnit.SECONDS);
    return check.result;
  }

  @Override
  public void connected() {
    step = "PUBLISH";
    session.thenAccept(
        open ->
            open.publish(message)
                .thenCompose(
                    stored -> {
                      step = "SUBSCRIBE";
                      return open.subscribe(message.topic(), message.qos());
                    }));
  }

  @Override
  public void received(MqttMessage delivery) {
    if (delivery.retain() && delivery.text().equals(message.text())) {
      LOG.debug("MQTT broker has passed its self-check");
      step = "clearing of a retained message";
      session.thenAccept(
          open ->
              open.publish(cleared)
                  .whenComplete(
                      (stored, failure) -> {
                        open.close();
                        result.complete(null);
                      }));
    } else {
      step = "delivery of a retained message";
    }
  }

  @Override
  public void disconnected(String reason) {}

  private void tooLate() {
    if (result.complete(null)) {
      session.thenAccept(MqttSession::close);
      LOG.error(
          "MQTT broker does not work: its self-check hangs at {}. It may not get along with the"
              + " Netty that is installed ({})",
          step,
          Version.identify(MqttEncoder.class.getClassLoader()).get("netty-codec-mqtt"));
    }
  }
}
