package org.waggle.zcl.cluster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/** The transitions of a thermostat's weekly schedule (ZCL 6.3.2.3.2). */
record ThermoTransitionsCodec() implements Codec {

  private static final int HEAT = 1;
  private static final int COOL = 2;

  @Override
  public Object read(ZclReader reader, Fields fields) {
    int mode = fields.number("mode");
    return List.copyOf(reader.list(fields.number("numoftrans"), r -> readTransition(r, mode)));
  }

  private static Map<String, Object> readTransition(ZclReader reader, int mode) {
    Map<String, Object> transition = new LinkedHashMap<>();
    transition.put("transitionTime", reader.unsigned(2));
    if ((mode & HEAT) != 0) {
      transition.put("heatSetpoint", reader.signed(2));
    }
    if ((mode & COOL) != 0) {
      transition.put("coolSetpoint", reader.signed(2));
    }
    return transition;
  }

  @Override
  public void write(ZclWriter writer, Object value, Fields fields) {
    for (Object transition : NumbersCodec.elements(value)) {
      writer.unsigned(2, RowsCodec.integer(RowsCodec.field(transition, "transitionTime")));
      for (String setpoint : List.of("heatSetpoint", "coolSetpoint")) {
        if (transition instanceof Map<?, ?> map && map.get(setpoint) != null) {
          writer.signed(2, RowsCodec.integer(RowsCodec.field(transition, setpoint)));
        }
      }
    }
  }
}
