package org.waggle.zcl.zdo;

import java.util.Map;
import java.util.function.Function;
import org.waggle.zcl.ZclReader;

/** The payload readers of the commands, by cluster id. */
final class ZdoCommands {

  private static final Map<Integer, Function<ZclReader, ZdoCommand>> READERS =
      Map.ofEntries(
          Map.entry(NwkAddrRequest.CLUSTER_ID, NwkAddrRequest::read),
          Map.entry(NwkAddrResponse.CLUSTER_ID, NwkAddrResponse::read),
          Map.entry(IeeeAddrRequest.CLUSTER_ID, IeeeAddrRequest::read),
          Map.entry(IeeeAddrResponse.CLUSTER_ID, IeeeAddrResponse::read),
          Map.entry(NodeDescriptorRequest.CLUSTER_ID, NodeDescriptorRequest::read),
          Map.entry(NodeDescriptorResponse.CLUSTER_ID, NodeDescriptorResponse::read),
          Map.entry(PowerDescriptorRequest.CLUSTER_ID, PowerDescriptorRequest::read),
          Map.entry(PowerDescriptorResponse.CLUSTER_ID, PowerDescriptorResponse::read),
          Map.entry(SimpleDescriptorRequest.CLUSTER_ID, SimpleDescriptorRequest::read),
          Map.entry(SimpleDescriptorResponse.CLUSTER_ID, SimpleDescriptorResponse::read),
          Map.entry(ActiveEndpointsRequest.CLUSTER_ID, ActiveEndpointsRequest::read),
          Map.entry(ActiveEndpointsResponse.CLUSTER_ID, ActiveEndpointsResponse::read),
          Map.entry(MatchDescriptorRequest.CLUSTER_ID, MatchDescriptorRequest::read),
          Map.entry(MatchDescriptorResponse.CLUSTER_ID, MatchDescriptorResponse::read),
          Map.entry(DeviceAnnounce.CLUSTER_ID, DeviceAnnounce::read),
          Map.entry(ParentAnnounce.CLUSTER_ID, ParentAnnounce::read),
          Map.entry(ParentAnnounceResponse.CLUSTER_ID, ParentAnnounceResponse::read),
          Map.entry(BindRequest.CLUSTER_ID, BindRequest::read),
          Map.entry(BindResponse.CLUSTER_ID, BindResponse::read),
          Map.entry(UnbindRequest.CLUSTER_ID, UnbindRequest::read),
          Map.entry(UnbindResponse.CLUSTER_ID, UnbindResponse::read),
          Map.entry(MgmtLqiRequest.CLUSTER_ID, MgmtLqiRequest::read),
          Map.entry(MgmtLqiResponse.CLUSTER_ID, MgmtLqiResponse::read),
          Map.entry(MgmtRtgRequest.CLUSTER_ID, MgmtRtgRequest::read),
          Map.entry(MgmtRtgResponse.CLUSTER_ID, MgmtRtgResponse::read),
          Map.entry(MgmtBindRequest.CLUSTER_ID, MgmtBindRequest::read),
          Map.entry(MgmtBindResponse.CLUSTER_ID, MgmtBindResponse::read),
          Map.entry(MgmtLeaveRequest.CLUSTER_ID, MgmtLeaveRequest::read),
          Map.entry(MgmtLeaveResponse.CLUSTER_ID, MgmtLeaveResponse::read),
          Map.entry(MgmtPermitJoiningRequest.CLUSTER_ID, MgmtPermitJoiningRequest::read),
          Map.entry(MgmtPermitJoiningResponse.CLUSTER_ID, MgmtPermitJoiningResponse::read),
          Map.entry(MgmtNwkUpdateRequest.CLUSTER_ID, MgmtNwkUpdateRequest::read),
          Map.entry(MgmtNwkUpdateNotify.CLUSTER_ID, MgmtNwkUpdateNotify::read));

  private ZdoCommands() {}

  static ZdoCommand read(int clusterId, ZclReader reader) {
    Function<ZclReader, ZdoCommand> known = READERS.get(clusterId);
    return known != null ? known.apply(reader) : new UnknownZdo(clusterId, reader.rest());
  }
}
