package org.waggle.simulator.control;

import com.google.gson.JsonObject;
import java.util.concurrent.CompletionStage;
import org.waggle.simulator.house.Fields;

/** Something the control port can do; runs on the event loop. */
interface Operation {

  /**
   * @return the members of the reply besides {@code ok}; exceptional if it failed
   * @throws IllegalArgumentException if the request is not one; its message is the error
   */
  CompletionStage<JsonObject> run(Fields request);
}
