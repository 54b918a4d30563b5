package org.waggle.simulator.activity;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.Direction;
import org.waggle.zcl.Octets;

/** What a wall switch or a remote sends when one of its buttons is pressed. */
public record Button(int cluster, int command, Octets payload) {

  private static final int ON_OFF = 0x0006;
  private static final int LEVEL = 0x0008;
  private static final int SCENES = 0x0005;
  private static final int COVERING = 0x0102;
  private static final int COLOR = 0x0300;

  private static final Map<String, Button> BUTTONS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("off", new Button(ON_OFF, 0x00, Octets.EMPTY)),
              Map.entry("on", new Button(ON_OFF, 0x01, Octets.EMPTY)),
              Map.entry("toggle", new Button(ON_OFF, 0x02, Octets.EMPTY)),
              Map.entry("level_move_up", new Button(LEVEL, 0x05, Octets.of(0, 83))),
              Map.entry("level_move_down", new Button(LEVEL, 0x01, Octets.of(1, 83))),
              Map.entry("level_step_up", new Button(LEVEL, 0x06, Octets.of(0, 43, 5, 0))),
              Map.entry("level_step_down", new Button(LEVEL, 0x02, Octets.of(1, 43, 5, 0))),
              Map.entry("level_stop", new Button(LEVEL, 0x07, Octets.EMPTY)),
              Map.entry("recall_1", new Button(SCENES, 0x05, Octets.of(0, 0, 1))),
              Map.entry("recall_2", new Button(SCENES, 0x05, Octets.of(0, 0, 2))),
              Map.entry("open", new Button(COVERING, 0x00, Octets.EMPTY)),
              Map.entry("close", new Button(COVERING, 0x01, Octets.EMPTY)),
              Map.entry("stop", new Button(COVERING, 0x02, Octets.EMPTY)),
              Map.entry(
                  "color_temperature_step_up",
                  new Button(COLOR, 0x4C, Octets.of(1, 43, 0, 5, 0, 153, 0, 0xF4, 1)))));

  /** The button with this name. */
  public static Optional<Button> named(String name) {
    return Optional.ofNullable(BUTTONS.get(name));
  }

  /** The names of all buttons, in alphabetical order. */
  public static Iterable<String> names() {
    return BUTTONS.keySet();
  }

  /** Sends its command wherever the cluster is bound to, else to the coordinator. */
  public void press(VirtualEndpoint endpoint) {
    endpoint.sendToBindings(
        cluster, Direction.CLIENT_TO_SERVER, false, new ClusterCommand(command, payload));
  }
}
