package org.waggle.zcl.zdo;

import org.waggle.zcl.ZclWriter;

/**
 * What a ZDO frame says: one record per command (Zigbee specification 2.4.3 and 2.4.4).
 *
 * <p>A response's cluster id is the request's with the highest bit set.
 */
public sealed interface ZdoCommand
    permits NwkAddrRequest,
        NwkAddrResponse,
        IeeeAddrRequest,
        IeeeAddrResponse,
        NodeDescriptorRequest,
        NodeDescriptorResponse,
        PowerDescriptorRequest,
        PowerDescriptorResponse,
        SimpleDescriptorRequest,
        SimpleDescriptorResponse,
        ActiveEndpointsRequest,
        ActiveEndpointsResponse,
        MatchDescriptorRequest,
        MatchDescriptorResponse,
        DeviceAnnounce,
        ParentAnnounce,
        ParentAnnounceResponse,
        BindRequest,
        BindResponse,
        UnbindRequest,
        UnbindResponse,
        MgmtLqiRequest,
        MgmtLqiResponse,
        MgmtRtgRequest,
        MgmtRtgResponse,
        MgmtBindRequest,
        MgmtBindResponse,
        MgmtLeaveRequest,
        MgmtLeaveResponse,
        MgmtPermitJoiningRequest,
        MgmtPermitJoiningResponse,
        MgmtNwkUpdateRequest,
        MgmtNwkUpdateNotify,
        UnknownZdo {

  /** The cluster id of the APS frame, 0..0xFFFF. */
  int clusterId();

  /** Writes the payload, without the sequence number. */
  void write(ZclWriter writer);
}
