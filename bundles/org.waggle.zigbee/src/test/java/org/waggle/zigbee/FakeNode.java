package org.waggle.zigbee;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.waggle.radio.api.ApsRequest;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.ConfigureReporting;
import org.waggle.zcl.ConfigureReportingResponse;
import org.waggle.zcl.DefaultResponse;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ReadAttributes;
import org.waggle.zcl.ReadAttributesResponse;
import org.waggle.zcl.ReadAttributesResponse.Result;
import org.waggle.zcl.WriteAttributes;
import org.waggle.zcl.WriteAttributesResponse;
import org.waggle.zcl.ZclCommand;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.ZclStatus;
import org.waggle.zcl.ZclValue;
import org.waggle.zcl.zdo.ActiveEndpointsRequest;
import org.waggle.zcl.zdo.ActiveEndpointsResponse;
import org.waggle.zcl.zdo.AddressMapping;
import org.waggle.zcl.zdo.BindRequest;
import org.waggle.zcl.zdo.BindResponse;
import org.waggle.zcl.zdo.IeeeAddrRequest;
import org.waggle.zcl.zdo.IeeeAddrResponse;
import org.waggle.zcl.zdo.LogicalType;
import org.waggle.zcl.zdo.MacCapabilities;
import org.waggle.zcl.zdo.MgmtLeaveRequest;
import org.waggle.zcl.zdo.MgmtLeaveResponse;
import org.waggle.zcl.zdo.MgmtPermitJoiningRequest;
import org.waggle.zcl.zdo.MgmtPermitJoiningResponse;
import org.waggle.zcl.zdo.NodeDescriptor;
import org.waggle.zcl.zdo.NodeDescriptorRequest;
import org.waggle.zcl.zdo.NodeDescriptorResponse;
import org.waggle.zcl.zdo.SimpleDescriptor;
import org.waggle.zcl.zdo.SimpleDescriptorRequest;
import org.waggle.zcl.zdo.SimpleDescriptorResponse;
import org.waggle.zcl.zdo.UnbindRequest;
import org.waggle.zcl.zdo.UnbindResponse;
import org.waggle.zcl.zdo.ZdoCommand;
import org.waggle.zcl.zdo.ZdoFrame;
import org.waggle.zcl.zdo.ZdoStatus;

/** A device of a test: answers what it is asked, as far as it was told how. */
final class FakeNode {

  record Key(int endpoint, int cluster, int attribute) {}

  final IeeeAddress ieeeAddress;
  int networkAddress;
  LogicalType type = LogicalType.ROUTER;
  int manufacturerCode = 0x117C;
  final Map<Integer, SimpleDescriptor> endpoints = new TreeMap<>();
  final Map<Key, ZclValue> attributes = new HashMap<>();

  /** Frames for it are not delivered. */
  boolean asleep;

  /** What it takes but never answers. */
  Predicate<ApsRequest> ignores = frame -> false;

  ZdoStatus leaveStatus = ZdoStatus.SUCCESS;
  ZdoStatus bindStatus = ZdoStatus.SUCCESS;
  ZclStatus groupStatus = ZclStatus.SUCCESS;
  final List<ConfigureReportingResponse.Failure> reportingFailures = new ArrayList<>();

  FakeNode(long ieeeAddress, int networkAddress) {
    this.ieeeAddress = new IeeeAddress(ieeeAddress);
    this.networkAddress = networkAddress;
  }

  static FakeNode bulb(long ieeeAddress, int networkAddress) {
    FakeNode node = new FakeNode(ieeeAddress, networkAddress);
    node.endpoint(1, List.of(0, 4, 5, 6), List.of(0x19));
    node.tells("LIGHT-1", "Maker");
    return node;
  }

  static FakeNode sensor(long ieeeAddress, int networkAddress) {
    FakeNode node = new FakeNode(ieeeAddress, networkAddress);
    node.type = LogicalType.END_DEVICE;
    node.endpoint(1, List.of(0, 0x0402), List.of());
    node.tells("SENSOR-1", "Maker");
    return node;
  }

  /** An alarm that sleeps, and is enrolled as soon as it knows whom to report to. */
  static FakeNode iasSensor(long ieeeAddress, int networkAddress) {
    FakeNode node = sensor(ieeeAddress, networkAddress);
    node.endpoint(1, List.of(0, IasZone.CLUSTER), List.of());
    node.attribute(1, IasZone.CLUSTER, IasZone.ZONE_STATE, ZclValue.enum8(IasZone.ENROLLED));
    node.attribute(
        1, IasZone.CLUSTER, IasZone.CIE_ADDRESS, ZclValue.ieeeAddress(FakeStick.ADDRESS));
    return node;
  }

  IeeeAddress cieAddress() {
    return attributes.get(new Key(1, IasZone.CLUSTER, IasZone.CIE_ADDRESS)).address().orElseThrow();
  }

  FakeNode endpoint(int id, List<Integer> in, List<Integer> out) {
    endpoints.put(id, new SimpleDescriptor(id, 0x0104, 0x0100, 1, in, out));
    return this;
  }

  FakeNode tells(String modelId, String manufacturerName) {
    attribute(1, 0, 5, ZclValue.text(modelId));
    attribute(1, 0, 4, ZclValue.text(manufacturerName));
    attribute(1, 0, 7, ZclValue.enum8(1));
    attribute(1, 0, 0, ZclValue.uint8(8));
    return this;
  }

  FakeNode attribute(int endpoint, int cluster, int attribute, ZclValue value) {
    attributes.put(new Key(endpoint, cluster, attribute), value);
    return this;
  }

  Optional<ZdoFrame> answer(ZdoFrame request) {
    return answer(request.command()).map(answer -> new ZdoFrame(request.sequence(), answer));
  }

  private Optional<ZdoCommand> answer(ZdoCommand request) {
    if (request instanceof NodeDescriptorRequest) {
      return Optional.of(NodeDescriptorResponse.of(networkAddress, descriptor()));
    }
    if (request instanceof ActiveEndpointsRequest) {
      return Optional.of(
          ActiveEndpointsResponse.of(networkAddress, List.copyOf(endpoints.keySet())));
    }
    if (request instanceof SimpleDescriptorRequest simple) {
      return Optional.of(
          SimpleDescriptorResponse.of(networkAddress, endpoints.get(simple.endpoint())));
    }
    if (request instanceof BindRequest) {
      return Optional.of(new BindResponse(bindStatus));
    }
    if (request instanceof UnbindRequest) {
      return Optional.of(new UnbindResponse(bindStatus));
    }
    if (request instanceof MgmtLeaveRequest) {
      return Optional.of(new MgmtLeaveResponse(leaveStatus));
    }
    if (request instanceof MgmtPermitJoiningRequest) {
      return Optional.of(new MgmtPermitJoiningResponse(ZdoStatus.SUCCESS));
    }
    if (request instanceof IeeeAddrRequest) {
      return Optional.of(
          new IeeeAddrResponse(
              ZdoStatus.SUCCESS, Optional.of(AddressMapping.of(ieeeAddress, networkAddress))));
    }
    return Optional.empty();
  }

  private NodeDescriptor descriptor() {
    return new NodeDescriptor(
        type,
        false,
        false,
        false,
        0,
        8,
        new MacCapabilities(type == LogicalType.ROUTER ? 0x8E : 0x80),
        manufacturerCode,
        82,
        82,
        0x2C00,
        82,
        0);
  }

  Optional<ZclFrame> answer(int endpoint, int cluster, ZclFrame request) {
    return answer(endpoint, cluster, request.command())
        .or(() -> defaultResponse(request))
        .map(
            answer ->
                ZclFrame.of(
                    OptionalInt.empty(),
                    request.header().direction().reversed(),
                    true,
                    request.header().sequence(),
                    answer));
  }

  private static Optional<ZclCommand> defaultResponse(ZclFrame request) {
    return request.header().disableDefaultResponse() || request.command() instanceof DefaultResponse
        ? Optional.empty()
        : Optional.of(new DefaultResponse(request.command().id(), ZclStatus.SUCCESS));
  }

  private Optional<ZclCommand> answer(int endpoint, int cluster, ZclCommand request) {
    if (request instanceof ReadAttributes read) {
      return Optional.of(
          new ReadAttributesResponse(
              read.attributeIds().stream().map(id -> read(endpoint, cluster, id)).toList()));
    }
    if (request instanceof WriteAttributes write) {
      write.attributes().forEach(a -> attribute(endpoint, cluster, a.attributeId(), a.value()));
      return Optional.of(new WriteAttributesResponse(List.of()));
    }
    if (request instanceof ConfigureReporting) {
      return Optional.of(new ConfigureReportingResponse(reportingFailures));
    }
    if (cluster == 4 && request instanceof ClusterCommand group && group.id() != 4) {
      return Optional.of(
          new ClusterCommand(
              group.id(),
              Octets.of(groupStatus.code(), group.payload().at(0), group.payload().at(1))));
    }
    return Optional.empty();
  }

  private Result read(int endpoint, int cluster, int id) {
    ZclValue value = attributes.get(new Key(endpoint, cluster, id));
    return value != null
        ? Result.of(id, value)
        : Result.failed(id, ZclStatus.UNSUPPORTED_ATTRIBUTE);
  }
}
