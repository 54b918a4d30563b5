package org.waggle.bridge;

import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.bridge.api.Bridge;
import org.waggle.bridge.device.Catalog;
import org.waggle.bridge.log.LogLevel;
import org.waggle.bridge.setup.Settings;
import org.waggle.device.api.DeviceCatalog;
import org.waggle.mqtt.api.MqttLink;
import org.waggle.zigbee.api.Subscription;
import org.waggle.zigbee.api.ZigbeeNetwork;

/**
 * A bridge as it is configured: one per configuration, running while its network is there. Catalogs
 * come and go without a restart.
 */
@Component(
    service = {},
    configurationPid = "org.waggle.bridge",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ConfiguredBridge.Config.class, factory = true)
public final class ConfiguredBridge {

  /**
   * Configuration of a bridge; keys are called what Zigbee2MQTT calls them. Two underscores are one
   * in the key.
   */
  @ObjectClassDefinition(
      name = "Waggle bridge",
      description = "Zigbee2MQTT's topics for one Zigbee network")
  public @interface Config {

    @AttributeDefinition(
        name = "Network",
        description =
            "Name of the network to bridge; the part of this configuration's PID after the '~' if"
                + " empty",
        required = false)
    String network() default "";

    @AttributeDefinition(
        name = "Base topic",
        description = "What all topics begin with; different for each network on a broker")
    String base__topic() default "zigbee2mqtt";

    @AttributeDefinition(
        name = "Log level",
        description = "Lines on bridge/logging: error, warning, info or debug")
    String log__level() default "info";

    @AttributeDefinition(
        name = "Whole states",
        description = "State messages have all that is known of a device, not only what is new")
    boolean cache__state() default true;

    @AttributeDefinition(name = "Keep states", description = "States survive a restart")
    boolean cache__state__persistent() default true;

    @AttributeDefinition(
        name = "Send states at the start",
        description = "States that were kept are published at the start")
    boolean cache__state__send__on__startup() default true;
  }

  private static final Logger LOG = LoggerFactory.getLogger(ConfiguredBridge.class);

  /** What comes with Waggle is called so; anything else was added by the user. */
  private static final String OWN_BUNDLES = "org.waggle.";

  private final BundleContext context;
  private final MqttLink mqtt;
  private final BaseTopics baseTopics;
  private final Settings settings;
  private final List<ZigbeeNetwork> networks = new CopyOnWriteArrayList<>();
  private final Map<DeviceCatalog, Catalog> catalogs = new HashMap<>();
  private @Nullable NetworkBridge bridge;
  private @Nullable ServiceRegistration<Bridge> registration;
  private Subscription waiting = () -> {};
  private boolean active;

  @Activate
  public ConfiguredBridge(
      BundleContext context,
      Config config,
      Map<String, Object> properties,
      @Reference MqttLink mqtt,
      @Reference BaseTopics baseTopics) {
    this.context = context;
    this.mqtt = mqtt;
    this.baseTopics = baseTopics;
    this.settings =
        new Settings(
            config.network().isBlank() ? instanceName(properties) : config.network(),
            config.base__topic(),
            logLevel(config.log__level()),
            config.cache__state(),
            config.cache__state__persistent(),
            config.cache__state__send__on__startup());
  }

  private static LogLevel logLevel(String name) {
    return LogLevel.named(name)
        .orElseGet(
            () -> {
              LOG.warn("log_level '{}' is none of error, warning, info, debug: info it is", name);
              return LogLevel.INFO;
            });
  }

  /** The part of the PID after the tilde. */
  private static String instanceName(Map<String, Object> properties) {
    String pid = String.valueOf(properties.get(Constants.SERVICE_PID));
    int tilde = pid.indexOf('~');
    return tilde >= 0 ? pid.substring(tilde + 1) : "default";
  }

  @Activate
  synchronized void activate() {
    Optional<String> fault = settings.fault();
    if (fault.isPresent()) {
      LOG.error("The bridge of network {} stays off: {}", settings.network(), fault.get());
      return;
    }
    active = true;
    networks.forEach(this::begin);
    if (networks.isEmpty()) {
      LOG.info("The bridge waits for network {}", settings.network());
    }
  }

  @Deactivate
  void deactivate() {
    synchronized (this) {
      active = false;
      end();
    }
    baseTopics.release(this);
  }

  /** Whoever had the base topic gave it up. */
  private synchronized void retry() {
    waiting.close();
    if (active) {
      networks.forEach(this::begin);
    }
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  synchronized void addNetwork(ZigbeeNetwork network) {
    if (network.name().equals(settings.network())) {
      networks.add(network);
      if (active) {
        begin(network);
      }
    }
  }

  void removeNetwork(ZigbeeNetwork network) {
    boolean ended;
    synchronized (this) {
      if (networks.remove(network)) {
        end();
        networks.forEach(this::begin);
      }
      ended = bridge == null;
    }
    if (ended) {
      baseTopics.release(this);
    }
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  synchronized void addCatalog(DeviceCatalog service, ServiceReference<?> reference) {
    Catalog catalog =
        new Catalog(
            service,
            !String.valueOf(reference.getBundle().getSymbolicName()).startsWith(OWN_BUNDLES),
            reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer rank ? rank : 0,
            reference.getProperty(Constants.SERVICE_ID) instanceof Long id ? id : 0);
    catalogs.put(service, catalog);
    if (bridge != null) {
      bridge.addCatalog(catalog);
    }
  }

  synchronized void removeCatalog(DeviceCatalog service) {
    Catalog catalog = catalogs.remove(service);
    if (catalog != null && bridge != null) {
      bridge.removeCatalog(catalog);
    }
  }

  private void begin(ZigbeeNetwork network) {
    if (bridge != null) {
      return;
    }
    waiting.close();
    waiting = baseTopics.onRelease(this::retry);
    Optional<String> holder = baseTopics.claim(settings.baseTopic(), this, settings.network());
    if (holder.isPresent()) {
      LOG.error(
          "The bridge of network {} stays off: base_topic '{}' is that of network {} already; set"
              + " another one in org.waggle.bridge~{}",
          settings.network(),
          settings.baseTopic(),
          holder.get(),
          settings.network());
      return;
    }
    waiting.close();
    NetworkBridge begun =
        new NetworkBridge(network, mqtt, settings, context.getBundle().getVersion().toString());
    bridge = begun;
    catalogs.values().forEach(begun::addCatalog);
    begun.start();
    registration =
        context.registerService(
            Bridge.class, begun, new Hashtable<>(Map.of(Bridge.NETWORK, settings.network())));
  }

  private void end() {
    waiting.close();
    if (registration != null) {
      registration.unregister();
      registration = null;
    }
    if (bridge != null) {
      bridge.stop();
      bridge = null;
    }
  }
}
