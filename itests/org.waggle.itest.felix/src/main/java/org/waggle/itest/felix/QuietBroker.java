package org.waggle.itest.felix;

import java.util.Map;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * Moves the broker to any free port before it starts, so that tests never meet another broker.
 *
 * <p>Bundles start in the order of their names: this one after Configuration Admin and before the
 * broker.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class QuietBroker implements BundleActivator {

  @Override
  public void start(BundleContext context) throws Exception {
    var reference = context.getServiceReference(ConfigurationAdmin.class);
    context
        .getService(reference)
        .getConfiguration("org.waggle.mqtt.broker", "?")
        .update(FrameworkUtil.asDictionary(Map.of("port", "0", "persistent", "false")));
    context.ungetService(reference);
  }

  @Override
  public void stop(BundleContext context) {}
}
