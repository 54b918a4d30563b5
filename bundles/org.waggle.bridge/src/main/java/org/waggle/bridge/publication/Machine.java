package org.waggle.bridge.publication;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;

/** The machine that the bridge runs on; what does not change while it runs. */
public final class Machine {

  private static final int BYTES_PER_MB = 1024 * 1024;

  private final Map<String, Object> json = new LinkedHashMap<>();

  public Machine() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    json.put("version", system.getName() + " - " + system.getVersion() + " - " + system.getArch());
    json.put("node_version", "Java " + Runtime.version());
    json.put("cpus", system.getArch() + " (x" + system.getAvailableProcessors() + ")");
    json.put("memory_mb", Math.round((double) memory() / BYTES_PER_MB));
  }

  /** By its management attribute: the class that has it is not of the platform's API. */
  private static long memory() {
    try {
      Object bytes =
          ManagementFactory.getPlatformMBeanServer()
              .getAttribute(
                  new ObjectName(ManagementFactory.OPERATING_SYSTEM_MXBEAN_NAME),
                  "TotalPhysicalMemorySize");
      return bytes instanceof Number number ? number.longValue() : 0;
    } catch (JMException e) {
      return 0;
    }
  }

  Map<String, Object> json() {
    return json;
  }
}
