package org.waggle.zcl.zdo;

import java.util.List;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * Match_Desc_req, 0x0006: the endpoints that have one of the clusters.
 *
 * @param networkAddress of interest, 0..0xFFFF, or a broadcast address
 * @param profileId 0..0xFFFF
 */
public record MatchDescriptorRequest(
    int networkAddress, int profileId, List<Integer> inputClusters, List<Integer> outputClusters)
    implements ZdoCommand {

  static final int CLUSTER_ID = 0x0006;

  public MatchDescriptorRequest {
    inputClusters = List.copyOf(inputClusters);
    outputClusters = List.copyOf(outputClusters);
  }

  static MatchDescriptorRequest read(ZclReader reader) {
    return new MatchDescriptorRequest(
        reader.uint16(),
        reader.uint16(),
        reader.list(reader.uint8(), ZclReader::uint16),
        reader.list(reader.uint8(), ZclReader::uint16));
  }

  @Override
  public int clusterId() {
    return CLUSTER_ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint16(networkAddress).uint16(profileId).uint8(inputClusters.size());
    inputClusters.forEach(writer::uint16);
    writer.uint8(outputClusters.size());
    outputClusters.forEach(writer::uint16);
  }
}
