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
  private static final int LAST_LEAVE_REASON = 0x01;
  private static final int SOURCE_ROUTE_OVERHEAD = 0x02;
  private static final int COUNTER_THRESHOLD = 0x17;
  private static final int RESET_COUNTER_THRESHOLDS = 0x18;
  private static final int CLEAR_COUNTERS = 0x19;
  private static final int NO_ENDPOINT = 0xFF;
  private static final EndpointDescriptor NOTHING =
      new EndpointDescriptor(0, 0, 0, 0, List.of(), List.of());
  private static final int NWK_FRAME_COUNTER = 0x23;
  private static final int APS_FRAME_COUNTER = 0x24;

  private final Settings settings;
  private final Endpoints endpoints;
  private final NetworkMemory memory;
  private final NetworkState network;
  private final Routes routes;
  private final Counters counters;

  ConfigurationCommands(
      Settings settings,
      Endpoints endpoints,
      NetworkMemory memory,
      NetworkState network,
      Routes routes,
      Counters counters) {
    this.settings = settings;
    this.endpoints = endpoints;
    this.memory = memory;
    this.network = network;
    this.routes = routes;
    this.counters = counters;
  }

  void register(Commands commands) {
    commands.on(0x0002, this::addEndpoint);
    commands.on(0x0003, this::getExtendedValue);
    commands.on(0x0015, (in, out) -> settings.manufacturerCode(in.u16()));
    commands.since(14, 0x00CA, (in, out) -> out.u16(settings.manufacturerCode()));
    commands.on(0x0016, ConfigurationCommands::setPowerDescriptor);
    commands.on(
        0x0052, // getConfigurationValue
        (in, out) -> out.status(Status.SUCCESS).u16(settings.configuration(in.u8())));
    commands.on(
        0x0053, // setConfigurationValue
        (in, out) -> {
          settings.configuration(in.u8(), in.u16());
          out.status(Status.SUCCESS);
        });
    commands.on(
        0x0055, // setPolicy
        (in, out) -> {
          settings.policy(in.u8(), in.u8());
          out.status(Status.SUCCESS);
        });
    commands.on(
        0x0056, // getPolicy
        (in, out) -> out.status(Status.SUCCESS).u8(settings.policy(in.u8())));
    commands.on(0x0063, this::getMulticastTableEntry);
    commands.on(0x0064, this::setMulticastTableEntry);
    commands.on(0x00AA, this::getValue);
    commands.on(0x00AB, this::setValue);
    commands.since(12, 0x0105, (in, out) -> out.status(Status.SUCCESS)); // setPassiveAckConfig
    commands.since(14, 0x012E, this::getEndpoint);
    commands.since(14, 0x012F, (in, out) -> out.u8(endpoints.descriptors().size()));
    commands.since(14, 0x0130, this::getEndpointDescription);
    commands.since(14, 0x0131, this::getEndpointCluster);
  }

  private static void setPowerDescriptor(EzspReader in, EzspWriter out) {
    if (out.version().since(14)) {
      out.status(Status.SUCCESS);
    }
  }

  private void addEndpoint(EzspReader in, EzspWriter out) {
    int endpoint = in.u8();
    int profile = in.u16();
    int device = in.u16();
    int version = in.u8();
    int inputs = in.u8();
    int outputs = in.u8();
    List<Integer> inputClusters = clusters(in, inputs);
    List<Integer> outputClusters = clusters(in, outputs);
    if (network.isUp()) {
      out.status(Status.EZSP_INVALID_CALL);
    } else if (endpoint == 0 || endpoints.has(endpoint)) {
      out.status(Status.EZSP_INVALID_ID);
    } else {
      endpoints.add(
          new EndpointDescriptor(
              endpoint, profile, device, version, inputClusters, outputClusters));
      out.status(Status.SUCCESS);
    }
  }

  private static List<Integer> clusters(WireReader in, int count) {
    List<Integer> clusters = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      clusters.add(in.u16());
    }
    return clusters;
  }

  private void getExtendedValue(EzspReader in, EzspWriter out) {
    int id = in.u8();
    int characteristics = (int) in.u32();
    switch (id) {
      case ENDPOINT_FLAGS -> {
        boolean registered = endpoints.has(characteristics);
        out.status(registered ? Status.SUCCESS : Status.EZSP_INVALID_ID)
            .counted(Octets.of(registered ? 1 : 0, 0));
      }
      case LAST_LEAVE_REASON -> out.status(Status.SUCCESS).counted(Octets.of(0, 0xFE, 0xFF));
      case SOURCE_ROUTE_OVERHEAD ->
          out.status(Status.SUCCESS).counted(Octets.of(routes.overhead(characteristics & 0xFFFF)));
      default -> out.status(Status.EZSP_INVALID_ID).u8(0);
    }
  }

  private void getValue(EzspReader in, EzspWriter out) {
    int id = in.u8();
    if (id == NWK_FRAME_COUNTER || id == APS_FRAME_COUNTER) {
      Octets counter = new WireWriter().u32(memory.frameCounter()).toOctets();
      out.status(Status.SUCCESS).counted(counter);
      return;
    }
    settings
        .value(id)
        .ifPresentOrElse(
            value -> out.status(Status.SUCCESS).counted(value),
            () -> out.status(Status.EZSP_INVALID_ID).u8(0));
  }

  private void setValue(EzspReader in, EzspWriter out) {
    int id = in.u8();
    Octets octets = in.octets(in.u8());
    WireReader value = new WireReader(octets);
    switch (id) {
      case NWK_FRAME_COUNTER -> {
        if (network.isUp()) {
          out.status(Status.EZSP_INVALID_CALL);
          return;
        }
        memory.frameCounter(value.u32());
      }
      case COUNTER_THRESHOLD -> counters.threshold(value.u8(), value.u16());
      case RESET_COUNTER_THRESHOLDS -> counters.resetThresholds();
      case CLEAR_COUNTERS -> counters.clear();
      default -> settings.value(id, octets);
    }
    out.status(Status.SUCCESS);
  }

  private void getMulticastTableEntry(EzspReader in, EzspWriter out) {
    int index = in.u8();
    Endpoints.Membership entry = endpoints.membership(index);
    out.status(index < endpoints.multicastTableSize() ? Status.SUCCESS : Status.INDEX_OUT_OF_RANGE)
        .u16(entry.group())
        .u8(entry.endpoint())
        .u8(entry.network());
  }

  private void setMulticastTableEntry(EzspReader in, EzspWriter out) {
    int index = in.u8();
    Endpoints.Membership entry = new Endpoints.Membership(in.u16(), in.u8(), in.u8());
    if (index >= endpoints.multicastTableSize()) {
      out.status(Status.INDEX_OUT_OF_RANGE);
    } else {
      endpoints.membership(index, entry);
      out.status(Status.SUCCESS);
    }
  }

  private void getEndpoint(EzspReader in, EzspWriter out) {
    int index = in.u8();
    List<EndpointDescriptor> all = endpoints.descriptors();
    out.u8(index < all.size() ? all.get(index).endpoint() : NO_ENDPOINT);
  }

  private void getEndpointDescription(EzspReader in, EzspWriter out) {
    EndpointDescriptor found = endpoints.descriptor(in.u8()).orElse(NOTHING);
    out.u16(found.profile())
        .u16(found.device())
        .u8(found.version())
        .u8(found.inputClusters().size())
        .u8(found.outputClusters().size());
  }

  private void getEndpointCluster(EzspReader in, EzspWriter out) {
    EndpointDescriptor found = endpoints.descriptor(in.u8()).orElse(NOTHING);
    List<Integer> clusters = in.u8() == 0 ? found.inputClusters() : found.outputClusters();
    int index = in.u8();
    out.u16(index < clusters.size() ? clusters.get(index) : 0);
  }
}
