package org.waggle.simulator.cluster;

import org.waggle.simulator.wire.WireReader;
import org.waggle.zcl.Octets;

/** A cluster whose state is part of a scene. */
interface SceneState {

  int cluster();

  /** Its extension field set as it is now. */
  Octets sceneFields();

  /** Takes on a stored state within {@code tenths} of a second. */
  void recall(WireReader fields, int tenths);
}
