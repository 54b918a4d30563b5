package org.waggle.demo;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.mqtt.api.MqttLink;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.api.MqttSession;
import org.waggle.mqtt.api.MqttSessionListener;
import org.waggle.mqtt.api.Qos;

/** Opens joining as soon as a bridge is online, and prints each device that joins or is known. */
@Component(
    service = {},
    configurationPid = "org.waggle.demo",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = GuideConfiguration.class)
public final class Guide implements MqttSessionListener {

  private static final Logger LOG = LoggerFactory.getLogger(Guide.class);

  /** The longest that a Zigbee network can be opened in one go, in seconds. */
  private static final int LONGEST_JOINING = 254;

  private final MqttLink link;
  private final String baseTopic;
  private final int lastDevice;
  private final Runnable end;
  private final PrintStream out;
  private final Set<String> introduced = new HashSet<>();
  private @Nullable MqttSession session;

  @Activate
  public Guide(BundleContext context, GuideConfiguration configuration, @Reference MqttLink link) {
    // The guide speaks to whoever started the demo, not to a log.
    this(
        configuration.base__topic(),
        configuration.last__device(),
        link,
        System.out,
        () -> endAll(context));
  }

  /**
   * @param lastDevice with so many devices it ends; 0 = with none
   */
  Guide(String baseTopic, int lastDevice, MqttLink link, PrintStream out, Runnable end) {
    this.baseTopic = baseTopic;
    this.lastDevice = lastDevice;
    this.link = link;
    this.out = out;
    this.end = end;
  }

  private static void endAll(BundleContext context) {
    try {
      context.getBundle(Constants.SYSTEM_BUNDLE_ID).stop();
    } catch (BundleException e) {
      LOG.error("The demo does not end", e);
    }
  }

  @Activate
  void start() {
    MqttMessage will = MqttMessage.of(baseTopic + "/demo", "stopped");
    synchronized (this) {
      session = link.open("waggle-demo", will, this);
    }
  }

  @Deactivate
  void stop() {
    MqttSession open;
    synchronized (this) {
      open = session;
      session = null;
    }
    if (open != null) {
      open.close(); // without the lock: it waits for a call to this listener, which takes it
    }
  }

  @Override
  public synchronized void connected() {
    if (session == null) {
      return;
    }
    out.println(Texts.welcome(session.server(), baseTopic));
    session.subscribe(baseTopic + "/bridge/+", Qos.AT_MOST_ONCE);
  }

  @Override
  public void disconnected(String reason) {
    LOG.info("The broker is away: {}", reason);
  }

  @Override
  public synchronized void received(MqttMessage message) {
    try {
      JsonElement payload = JsonParser.parseString(message.text());
      switch (message.topic().substring(baseTopic.length() + "/bridge/".length())) {
        case "state" -> stateChanged(payload.getAsJsonObject());
        case "event" -> happened(payload.getAsJsonObject());
        case "devices" -> payload.getAsJsonArray().forEach(this::introduce);
        default -> {}
      }
    } catch (RuntimeException e) {
      // Anyone may publish anything there; the guide goes on with the next message.
      LOG.warn("Not what a bridge says on {}: {}", message.topic(), message.text(), e);
    }
  }

  private void stateChanged(JsonObject state) {
    if (session != null && state.get("state").getAsString().equals("online")) {
      session.publish(
          MqttMessage.of(
              baseTopic + "/bridge/request/permit_join", "{\"time\":" + LONGEST_JOINING + "}"));
      out.println(Texts.open(LONGEST_JOINING));
    }
  }

  private void happened(JsonObject event) {
    if (event.get("type").getAsString().equals("device_joined")) {
      out.println(Texts.joined(event.getAsJsonObject("data")));
    }
  }

  private void introduce(JsonElement element) {
    JsonObject device = element.getAsJsonObject();
    boolean ready = device.get("interview_completed").getAsBoolean();
    boolean coordinator = device.get("type").getAsString().equals("Coordinator");
    if (ready && !coordinator && introduced.add(device.get("ieee_address").getAsString())) {
      out.println(Texts.introduction(device, address(), baseTopic));
      if (introduced.size() == lastDevice) {
        end.run();
      }
    }
  }

  private String address() {
    return session == null ? "" : session.server();
  }
}
