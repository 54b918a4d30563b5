package org.waggle.zcl.zdo;

import java.util.List;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * What an endpoint is (Zigbee specification 2.3.2.5).
 *
 * @param endpoint 1..254
 * @param profileId 0..0xFFFF
 * @param deviceId 0..0xFFFF
 * @param deviceVersion 0..0xFF, of which the upper four bits are reserved
 * @param inputClusters those it is the server of
 * @param outputClusters those it is the client of
 */
public record SimpleDescriptor(
    int endpoint,
    int profileId,
    int deviceId,
    int deviceVersion,
    List<Integer> inputClusters,
    List<Integer> outputClusters) {

  public SimpleDescriptor {
    inputClusters = List.copyOf(inputClusters);
    outputClusters = List.copyOf(outputClusters);
  }

  static SimpleDescriptor read(ZclReader reader) {
    return new SimpleDescriptor(
        reader.uint8(),
        reader.uint16(),
        reader.uint16(),
        reader.uint8(),
        reader.list(reader.uint8(), ZclReader::uint16),
        reader.list(reader.uint8(), ZclReader::uint16));
  }

  /** The octets it takes on the wire. */
  int size() {
    return 8 + 2 * (inputClusters.size() + outputClusters.size());
  }

  void write(ZclWriter writer) {
    writer.uint8(endpoint).uint16(profileId).uint16(deviceId).uint8(deviceVersion);
    writer.uint8(inputClusters.size());
    inputClusters.forEach(writer::uint16);
    writer.uint8(outputClusters.size());
    outputClusters.forEach(writer::uint16);
  }
}
