package org.waggle.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;
import org.waggle.bridge.api.Bridge;
import org.waggle.device.api.DeviceMatch.Specificity;
import org.waggle.mqtt.api.MqttMessage;

final class ConfiguredBridgeTest {

  private final FakeNetwork network = new FakeNetwork();
  private final FakeMqtt mqtt = new FakeMqtt();
  private final List<Bridge> services = new ArrayList<>();
  private final List<Object> names = new ArrayList<>();
  private final Map<String, Object> configuration = new HashMap<>();
  private final BaseTopics baseTopics = new BaseTopics();

  private ConfiguredBridge component(String pid) {
    return new ConfiguredBridge(context(), config(), Map.of("service.pid", pid), mqtt, baseTopics);
  }

  /** The configuration as annotation, keys that are not set by their defaults. */
  private ConfiguredBridge.Config config() {
    return proxy(
        ConfiguredBridge.Config.class,
        (method, arguments) -> {
          Object set = configuration.get(method.replace("__", "_"));
          return set != null
              ? set
              : ConfiguredBridge.Config.class.getMethod(method).getDefaultValue();
        });
  }

  private BundleContext context() {
    ServiceRegistration<?> registration =
        proxy(
            ServiceRegistration.class,
            (method, arguments) -> {
              services.clear();
              return null;
            });
    return proxy(
        BundleContext.class,
        (method, arguments) -> {
          if (method.equals("getBundle")) {
            return bundle("org.waggle.bridge");
          }
          services.add((Bridge) arguments[1]);
          names.add(((Dictionary<?, ?>) arguments[2]).get(Bridge.NETWORK));
          return registration;
        });
  }

  private static Bundle bundle(String name) {
    return proxy(
        Bundle.class,
        (method, arguments) ->
            method.equals("getSymbolicName") ? name : Version.parseVersion("0.1.0"));
  }

  private static ServiceReference<?> reference(String bundle, int ranking) {
    return proxy(
        ServiceReference.class,
        (method, arguments) -> {
          if (method.equals("getBundle")) {
            return bundle(bundle);
          }
          return arguments[0].equals("service.ranking") ? (Object) ranking : (Object) 1L;
        });
  }

  private interface Answer {
    Object to(String method, Object[] arguments) throws ReflectiveOperationException;
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answer.to(method.getName(), arguments)));
  }

  private void start(ConfiguredBridge component) {
    component.addNetwork(network);
    component.activate();
    network.settle();
  }

  private List<String> topics() {
    return mqtt.published.stream().map(MqttMessage::topic).toList();
  }

  private Map<String, Object> info() {
    return mqtt.published.stream()
        .filter(message -> message.topic().endsWith("/bridge/info"))
        .map(message -> Bench.object(message.text()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void bridgesTheNetworkThatItIsCalledAfter() {
    start(component("org.waggle.bridge~default"));

    assertThat(services).hasSize(1);
    assertThat(names).containsExactly("default");
    assertThat(topics()).contains("zigbee2mqtt/bridge/state");
  }

  @Test
  void leavesOtherNetworksAlone() {
    start(component("org.waggle.bridge~home"));

    assertThat(services).isEmpty();
    assertThat(mqtt.will).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a/#", "+/b", "/a", "a/"})
  void staysOffWhereTheBaseTopicCannotBeginTopics(String topic) {
    configuration.put("base_topic", topic);

    start(component("org.waggle.bridge~default"));

    assertThat(services).isEmpty();
    assertThat(mqtt.published).isEmpty();
  }

  @Test
  void tellsWhatIsImportantWhereTheLogLevelIsNone() {
    configuration.put("log_level", "loud");

    start(component("org.waggle.bridge~default"));

    assertThat(info()).containsEntry("log_level", "info");
  }

  @Test
  void bridgesTheNetworkThatItsConfigurationNames() {
    configuration.put("network", "default");
    configuration.put("base_topic", "upstairs");

    start(component("org.waggle.bridge~home"));

    assertThat(topics()).contains("upstairs/bridge/state");
  }

  @Test
  void keepsStatesToItselfAtTheStartWhereAsked() {
    network.put(Nodes.router(Nodes.BULB, "bulb", 1));
    network.memory().documents.put("states", "{\"%s\":{\"a\":1}}".formatted(Nodes.BULB));
    configuration.put("cache_state_send_on_startup", false);

    start(component("org.waggle.bridge~default"));

    assertThat(topics()).doesNotContain("zigbee2mqtt/" + Nodes.BULB);
    assertThat(info().toString())
        .contains("cache_state=true", "cache_state_persistent=true")
        .contains("cache_state_send_on_startup=false");
  }

  @Test
  void keepsNoStatesAndTellsLittleWhereAsked() {
    network.put(Nodes.router(Nodes.BULB, "bulb", 1));
    network.memory().documents.put("states", "{\"%s\":{\"a\":1}}".formatted(Nodes.BULB));
    configuration.put("cache_state", false);
    configuration.put("cache_state_persistent", false);
    configuration.put("log_level", "error");

    start(component("org.waggle.bridge~default"));

    assertThat(topics()).doesNotContain("zigbee2mqtt/" + Nodes.BULB, "zigbee2mqtt/bridge/logging");
    assertThat(services.get(0).entity(Nodes.BULB.toString()).orElseThrow().state()).isEmpty();
  }

  @Test
  void stopsWithItsNetworkAndComesBackWithIt() throws InterruptedException {
    ConfiguredBridge component = component("org.waggle.bridge~default");
    start(component);

    Thread removing = new Thread(() -> component.removeNetwork(network));
    removing.start();
    network.settleUntil(() -> mqtt.closed);
    removing.join();
    assertThat(services).isEmpty();

    component.addNetwork(network);
    network.settle();
    assertThat(services).hasSize(1);
  }

  @Test
  void waitsForABaseTopicThatAnotherBridgeHas() throws InterruptedException {
    ConfiguredBridge first = component("org.waggle.bridge~default");
    start(first);
    configuration.put("network", "default");
    ConfiguredBridge second = component("org.waggle.bridge~attic");
    mqtt.published.clear();
    start(second);
    assertThat(mqtt.published).isEmpty();
    assertThat(services).hasSize(1);

    Thread stopping = new Thread(first::deactivate);
    stopping.start();
    network.settleUntil(() -> mqtt.closed);
    stopping.join();
    network.settle();

    assertThat(services).hasSize(1);
    assertThat(topics()).endsWith("zigbee2mqtt/bridge/groups");
  }

  @Test
  void prefersCatalogsThatDoNotComeWithWaggle() {
    network.put(Nodes.router(Nodes.BULB, "bulb", 1));
    FakeDefinition own = new FakeDefinition("bulb");
    FakeDefinition users = new FakeDefinition("bulb");
    users.specificity = Specificity.GENERATED;
    ConfiguredBridge component = component("org.waggle.bridge~default");
    component.addCatalog(own, reference("org.waggle.device.acme", 10));
    component.addCatalog(users, reference("com.example.devices", 0));

    start(component);
    assertThat(users.events).isNotEmpty();
    assertThat(own.events).isEmpty();

    component.removeCatalog(users);
    network.settle();
    network.advance(Duration.ofSeconds(1));
    assertThat(own.events).isNotEmpty();
  }
}
