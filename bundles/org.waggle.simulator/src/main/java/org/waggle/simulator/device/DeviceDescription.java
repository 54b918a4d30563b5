package org.waggle.simulator.device;

import java.util.List;
import org.waggle.simulator.zdo.EndpointDescriptor;
import org.waggle.simulator.zdo.NodeDescriptor;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/**
 * What a device is, whatever happens to it.
 *
 * @param name for people and the control port; the IEEE address serves as well
 * @param linkKey the key it expects its network key to be encrypted with
 * @param fixedNetworkAddress the address it always gets, or {@link
 *     org.waggle.simulator.air.Station#NO_ADDRESS}
 * @param lqi the link quality of its frames unless a test says otherwise, 0..255
 * @param unboundReports whether it reports to the coordinator without a binding, as some makers'
 *     devices do
 */
public record DeviceDescription(
    String name,
    IeeeAddress ieeeAddress,
    int fixedNetworkAddress,
    NodeDescriptor node,
    int powerDescriptor,
    List<EndpointDescriptor> endpoints,
    Octets linkKey,
    int lqi,
    SleepPattern sleep,
    boolean unboundReports) {

  /** The key that every Zigbee device knows. */
  public static final Octets WELL_KNOWN_KEY = Octets.ofUtf8("ZigBeeAlliance09");

  public DeviceDescription {
    endpoints = List.copyOf(endpoints);
  }
}
