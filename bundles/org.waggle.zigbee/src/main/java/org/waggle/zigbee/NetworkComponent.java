package org.waggle.zigbee;

import static org.osgi.service.component.annotations.ReferenceCardinality.MULTIPLE;
import static org.osgi.service.component.annotations.ReferenceCardinality.OPTIONAL;
import static org.osgi.service.component.annotations.ReferencePolicy.DYNAMIC;
import static org.osgi.service.component.annotations.ReferencePolicyOption.GREEDY;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.waggle.radio.api.RadioPorts;
import org.waggle.radio.api.ZigbeeRadioProvider;
import org.waggle.zigbee.api.ZigbeeNetwork;

/** A configured network: a service for as long as its configuration is there. */
@Component(
    service = {},
    configurationPid = NetworkComponent.PID,
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = NetworkConfiguration.class, factory = true)
public final class NetworkComponent {

  static final String PID = "org.waggle.zigbee";

  private final RadioProviders providers = new RadioProviders();
  private final Ports ports = new Ports();
  private final BundleContext context;
  private final String name;
  private final FileStore store;
  private final Wiring network;
  private @Nullable ServiceRegistration<ZigbeeNetwork> registration;

  /** Makes the network of a configuration. */
  @Activate
  public NetworkComponent(
      BundleContext context,
      NetworkConfiguration configuration,
      Map<String, Object> properties,
      @Reference PortClaims claims) {
    this.context = context;
    name = NetworkNames.of(PID, properties);
    Path directory =
        NetworkDirectory.of(
            name, configuration.directory(), context::getProperty, context::getDataFile);
    ExecutorService storageThread =
        Executors.newSingleThreadExecutor(Threads.named("waggle-" + name + "-storage"));
    store = new FileStore(directory, storageThread);
    network =
        new Wiring(
            name,
            settings(configuration),
            providers,
            ports,
            claims,
            EventThread.start(name),
            store,
            task -> Threads.named("waggle-" + name + "-once").newThread(task).start());
  }

  @Activate
  void start() {
    network.start();
    registration =
        context.registerService(
            ZigbeeNetwork.class,
            new Network(network),
            FrameworkUtil.asDictionary(Map.of(ZigbeeNetwork.NETWORK, name)));
  }

  @Deactivate
  void stop() {
    if (registration != null) {
      registration.unregister();
    }
    network.close();
    store.close();
  }

  @Reference(cardinality = MULTIPLE, policy = DYNAMIC)
  void addProvider(ZigbeeRadioProvider provider, Map<String, Object> properties) {
    providers.add(provider, properties);
  }

  void removeProvider(ZigbeeRadioProvider provider) {
    providers.remove(provider);
  }

  @Reference(cardinality = OPTIONAL, policy = DYNAMIC, policyOption = GREEDY)
  void addPorts(RadioPorts service) {
    ports.add(service);
  }

  void removePorts(RadioPorts service) {
    ports.remove(service);
  }

  private Settings settings(NetworkConfiguration configuration) {
    try {
      return SettingsReader.read(configuration);
    } catch (IllegalArgumentException e) {
      String fault = "The configuration " + PID + "~" + name + " is wrong: " + e.getMessage();
      return Settings.unusable(fault);
    }
  }
}
