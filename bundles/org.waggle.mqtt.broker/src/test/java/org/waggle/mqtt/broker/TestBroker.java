package org.waggle.mqtt.broker;

import java.lang.reflect.Proxy;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.api.MqttSession;
import org.waggle.mqtt.api.MqttSessionListener;

/** A broker as the framework would start it, on a free port. */
final class TestBroker implements AutoCloseable {

  static final int SECONDS = 20; // to wait for what takes milliseconds on an idle machine

  private final MoquetteBroker broker;

  private TestBroker(Settings.Config config) {
    broker = new MoquetteBroker(config, contextWith(Map.of()));
    broker.start();
  }

  static TestBroker inMemory() {
    return new TestBroker(config(Map.of("port", 0, "persistent", false)));
  }

  static TestBroker storingIn(Path directory) {
    return new TestBroker(config(Map.of("port", 0, "directory", directory.toString())));
  }

  static TestBroker onPort(Object port) {
    return new TestBroker(config(Map.of("port", port, "persistent", false)));
  }

  MoquetteBroker component() {
    return broker;
  }

  /** Waits until the broker listens. */
  int port() throws Exception {
    return address().getPort();
  }

  private InetSocketAddress address() throws Exception {
    return broker.address().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
  }

  WireClient client() throws Exception {
    return WireClient.connectedTo(port());
  }

  MqttSession session(String clientId, MqttSessionListener listener) {
    return broker.open(clientId, MqttMessage.of("gone/" + clientId, "without a word"), listener);
  }

  @Override
  public void close() {
    broker.stop();
  }

  /** The defaults, but for these; what is wanted as text becomes text. */
  static Settings.Config config(Map<String, Object> values) {
    return (Settings.Config)
        Proxy.newProxyInstance(
            TestBroker.class.getClassLoader(),
            new Class<?>[] {Settings.Config.class},
            (proxy, method, arguments) -> {
              Object value = values.getOrDefault(method.getName(), method.getDefaultValue());
              return method.getReturnType() == String.class ? String.valueOf(value) : value;
            });
  }

  static BundleContext contextWith(Map<String, String> properties) {
    return (BundleContext)
        Proxy.newProxyInstance(
            TestBroker.class.getClassLoader(),
            new Class<?>[] {BundleContext.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getProperty" -> properties.get((String) arguments[0]);
                  case "getDataFile" -> Path.of("data-of-bundle", (String) arguments[0]).toFile();
                  default -> throw new IllegalStateException(method.toString());
                });
  }
}
