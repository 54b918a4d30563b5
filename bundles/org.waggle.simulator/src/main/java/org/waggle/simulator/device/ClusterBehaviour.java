package org.waggle.simulator.device;

import com.google.gson.JsonObject;
import org.waggle.zcl.ClusterCommand;

/** What a cluster of an endpoint does, beyond keeping attributes. */
public interface ClusterBehaviour {

  int cluster();

  /** A command of a client. */
  Reply received(ClusterCommand command, Request request);

  /** A command of a server, for what the endpoint is a client of. */
  default Reply heard(ClusterCommand command, Request request) {
    return Reply.SUCCESS;
  }

  /** Somebody wrote an attribute. */
  default void written(AttributeKey key) {}

  /** Adds what it keeps besides attributes when the power is off. */
  default void save(JsonObject memory) {}

  default void load(JsonObject memory) {}

  /** Forgets what it learned on the network it leaves. */
  default void forget() {}
}
