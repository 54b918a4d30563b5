package org.waggle.simulator.ezsp;

import java.util.ArrayList;
import java.util.List;
import org.waggle.simulator.wire.WireReader;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.simulator.zdo.EndpointDescriptor;
import org.waggle.zcl.Octets;

/** Configuration, policies, values, endpoints and multicast table (UG100, section 4). */
final class ConfigurationCommands {

  private static final int ENDPOINT_FLAGS = 0x00;
  private static final int NWK_FRAME_COUNTER = 0x23;
  private static final int APS_FRAME_COUNTER = 0x24;

  private final Settings settings;
  private final Endpoints endpoints;
  private final NetworkMemory memory;
  private final NetworkState network;

  ConfigurationCommands(
      Settings settings, Endpoints endpoints, NetworkMemory memory, NetworkState network) {
    this.settings = settings;
    this.endpoints = endpoints;
    this.memory = memory;
    this.network = network;
  }

  void register(Commands commands) {
    commands.on(0x0002, this::addEndpoint);
    commands.on(0x0003, this::getExtendedValue);
    commands.on(0x0015, (in, out) -> settings.manufacturerCode(in.u16()));
    commands.on(0x00CA, (in, out) -> out.u16(settings.manufacturerCode()));
    commands.on(0x0016, (in, out) -> {}); // setPowerDescriptor
    commands.on(
        0x0052, // getConfigurationValue
        (in, out) -> out.u8(Status.SUCCESS).u16(settings.configuration(in.u8())));
    commands.on(
        0x0053, // setConfigurationValue
        (in, out) -> {
          settings.configuration(in.u8(), in.u16());
          out.u8(Status.SUCCESS);
        });
    commands.on(
        0x0055, // setPolicy
        (in, out) -> {
          settings.policy(in.u8(), in.u8());
          out.u8(Status.SUCCESS);
        });
    commands.on(
        0x0056, // getPolicy
        (in, out) -> out.u8(Status.SUCCESS).u8(settings.policy(in.u8())));
    commands.on(0x0063, this::getMulticastTableEntry);
    commands.on(0x0064, this::setMulticastTableEntry);
    commands.on(0x00AA, this::getValue);
    commands.on(0x00AB, this::setValue);
  }

  private void addEndpoint(WireReader in, WireWriter out) {
    int endpoint = in.u8();
    int profile = in.u16();
    int device = in.u16();
    int version = in.u8();
    int inputs = in.u8();
    int outputs = in.u8();
    List<Integer> inputClusters = clusters(in, inputs);
    List<Integer> outputClusters = clusters(in, outputs);
    if (network.isUp() || endpoint == 0 || endpoints.has(endpoint)) {
      out.u8(Status.EZSP_INVALID_ID);
      return;
    }
    endpoints.add(
        new EndpointDescriptor(endpoint, profile, device, version, inputClusters, outputClusters));
    out.u8(Status.SUCCESS);
  }

  private static List<Integer> clusters(WireReader in, int count) {
    List<Integer> clusters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      clusters.add(in.u16());
    }
    return clusters;
  }

  private void getExtendedValue(WireReader in, WireWriter out) {
    int id = in.u8();
    int characteristics = (int) in.u32();
    if (id == ENDPOINT_FLAGS) {
      boolean registered = endpoints.has(characteristics);
      out.u8(registered ? Status.SUCCESS : Status.EZSP_INVALID_ID)
          .counted(Octets.of(registered ? 1 : 0, 0));
    } else {
      out.u8(Status.EZSP_INVALID_ID).u8(0);
    }
  }

  private void getValue(WireReader in, WireWriter out) {
    int id = in.u8();
    if (id == NWK_FRAME_COUNTER || id == APS_FRAME_COUNTER) {
      Octets counter = new WireWriter().u32(memory.frameCounter()).toOctets();
      out.u8(Status.SUCCESS).counted(counter);
      return;
    }
    settings
        .value(id)
        .ifPresentOrElse(
            value -> out.u8(Status.SUCCESS).counted(value),
            () -> out.u8(Status.EZSP_INVALID_ID).u8(0));
  }

  private void setValue(WireReader in, WireWriter out) {
    int id = in.u8();
    Octets value = in.octets(in.u8());
    if (id == NWK_FRAME_COUNTER) {
      memory.frameCounter(new WireReader(value).u32());
    } else {
      settings.value(id, value);
    }
    out.u8(Status.SUCCESS);
  }

  private void getMulticastTableEntry(WireReader in, WireWriter out) {
    Endpoints.Membership entry = endpoints.membership(in.u8());
    out.u8(Status.SUCCESS).u16(entry.group()).u8(entry.endpoint()).u8(entry.network());
  }

  private void setMulticastTableEntry(WireReader in, WireWriter out) {
    int index = in.u8();
    Endpoints.Membership entry = new Endpoints.Membership(in.u16(), in.u8(), in.u8());
    if (index >= endpoints.multicastTableSize()) {
      out.u8(Status.INDEX_OUT_OF_RANGE);
    } else {
      endpoints.membership(index, entry);
      out.u8(Status.SUCCESS);
    }
  }
}
