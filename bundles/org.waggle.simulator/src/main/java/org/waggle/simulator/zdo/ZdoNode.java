package org.waggle.simulator.zdo;

import java.util.List;
import org.waggle.zcl.IeeeAddress;

/** What a station has to tell about itself. */
public interface ZdoNode {

  IeeeAddress ieeeAddress();

  int networkAddress();

  NodeDescriptor nodeDescriptor();

  /** The power descriptor, as the 16 bits that go over the air. */
  int powerDescriptor();

  List<EndpointDescriptor> endpoints();

  List<Neighbour> neighbours();

  List<Route> routes();

  List<Binding> bindings();

  /** Tells whether the table had room. */
  boolean bind(Binding binding);

  /** Tells whether there was such an entry. */
  boolean unbind(Binding binding);

  void permitJoining(int seconds);

  /** Leaves the network after having answered. */
  void leave(boolean rejoin);
}
