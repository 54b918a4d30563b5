package org.waggle.zigbee;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.waggle.radio.api.RadioPorts;
import org.waggle.radio.api.ZigbeeRadioProvider;
import org.waggle.zigbee.api.ZigbeeNetwork;

/**
 * A configured network without a framework: its component, as Declarative Services would run it.
 */
public final class PlainNetwork implements AutoCloseable {

  private final NetworkComponent component;
  private final ZigbeeNetwork network;

  private PlainNetwork(NetworkComponent component, ZigbeeNetwork network) {
    this.component = component;
    this.network = network;
  }

  /**
   * Starts a network.
   *
   * @param configuration by the keys of configuration files; all others have their defaults
   */
  public static PlainNetwork start(
      String name,
      Map<String, String> configuration,
      ZigbeeRadioProvider provider,
      RadioPorts ports) {
    AtomicReference<Object> registered = new AtomicReference<>();
    NetworkComponent component =
        new NetworkComponent(
            proxy(
                BundleContext.class,
                (proxy, method, arguments) -> {
                  if (method.getName().equals("registerService")) {
                    registered.set(arguments[1]);
                    return proxy(ServiceRegistration.class, (same, any, unused) -> null);
                  }
                  return null;
                }),
            proxy(
                NetworkConfiguration.class,
                (proxy, method, unused) -> value(method, configuration)),
            Map.of("service.pid", NetworkComponent.PID + "~" + name),
            new PortClaims());
    component.addProvider(provider, Map.of(ZigbeeRadioProvider.ADAPTER, "ember"));
    component.addPorts(ports);
    component.start();
    return new PlainNetwork(component, (ZigbeeNetwork) registered.get());
  }

  private static Object value(Method key, Map<String, String> configuration) {
    String value = configuration.get(key.getName().replace("__", "_"));
    return value == null ? key.getDefaultValue() : value;
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(
            PlainNetwork.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** The service. */
  public ZigbeeNetwork service() {
    return network;
  }

  @Override
  public void close() {
    component.stop();
  }
}
