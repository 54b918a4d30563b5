package org.waggle.itest.felix;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleWiring;
import org.waggle.device.api.DeviceCatalog;
import org.waggle.itest.felix.vendor.VendorDevices;

/** A vendor's bundle as its build would make it, in any version. */
final class VendorBundle {

  private static final String CLASS = VendorDevices.class.getName();
  private static final String COMPONENT =
      """
      <?xml version="1.0"?>
      <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s">
        <service><provide interface="org.waggle.device.api.DeviceCatalog"/></service>
        <implementation class="%1$s"/>
      </scr:component>
      """
          .formatted(CLASS);

  private VendorBundle() {}

  /** The jar of a version. */
  static InputStream version(String version) throws IOException {
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    try (JarOutputStream out = new JarOutputStream(jar, manifest(version))) {
      out.putNextEntry(new JarEntry("OSGI-INF/vendor.xml"));
      out.write(COMPONENT.getBytes(StandardCharsets.UTF_8));
      String classFile = CLASS.replace('.', '/') + ".class";
      out.putNextEntry(new JarEntry(classFile));
      try (InputStream in = VendorDevices.class.getResourceAsStream("/" + classFile)) {
        in.transferTo(out);
      }
    }
    return new ByteArrayInputStream(jar.toByteArray());
  }

  private static Manifest manifest(String version) {
    Manifest manifest = new Manifest();
    Attributes headers = manifest.getMainAttributes();
    headers.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.putValue("Bundle-ManifestVersion", "2");
    headers.putValue("Bundle-SymbolicName", "com.vendor.devices");
    headers.putValue("Bundle-Version", version);
    headers.putValue("Service-Component", "OSGI-INF/vendor.xml");
    headers.putValue("Import-Package", "org.osgi.framework," + packagesOf(DeviceCatalog.class));
    return manifest;
  }

  /** A build would name those in use; all that the api offers does as well. */
  private static String packagesOf(Class<?> api) {
    return FrameworkUtil.getBundle(api)
        .adapt(BundleWiring.class)
        .getCapabilities(PackageNamespace.PACKAGE_NAMESPACE)
        .stream()
        .map(offer -> (String) offer.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))
        .collect(Collectors.joining(","));
  }
}
