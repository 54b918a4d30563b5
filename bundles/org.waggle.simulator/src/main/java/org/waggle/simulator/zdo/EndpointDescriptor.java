package org.waggle.simulator.zdo;

import java.util.List;

/** The simple descriptor of an endpoint. */
public record EndpointDescriptor(
    int endpoint,
    int profile,
    int device,
    int version,
    List<Integer> inputClusters,
    List<Integer> outputClusters) {

  public EndpointDescriptor {
    inputClusters = List.copyOf(inputClusters);
    outputClusters = List.copyOf(outputClusters);
  }
}
