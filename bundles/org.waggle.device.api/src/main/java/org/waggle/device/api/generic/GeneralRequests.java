package org.waggle.device.api.generic;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.DeviceException;
import org.waggle.device.api.Numbers;
import org.waggle.zcl.AttributeValue;
import org.waggle.zcl.DiscoverAttributes;
import org.waggle.zcl.ReadAttributes;
import org.waggle.zcl.WriteAttributes;
import org.waggle.zcl.ZclCommand;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;

/** General commands as users give them to {@code zclcommand}, with a {@code frametype} of 0. */
final class GeneralRequests {

  private GeneralRequests() {}

  /**
   * The command a user means.
   *
   * @param name {@code read}, {@code write} or {@code discover}, or its id
   * @param payload {@code [{attrId}]}, {@code [{attrId, dataType, attrData}]} or {@code
   *     {startAttrId, maxAttrIds}}
   */
  static ZclCommand of(@Nullable Object name, @Nullable Object payload) {
    return switch (String.valueOf(name)) {
      case "read", "0" ->
          new ReadAttributes(rows(payload).stream().map(row -> integer(row, "attrId")).toList());
      case "write", "2" ->
          new WriteAttributes(rows(payload).stream().map(GeneralRequests::value).toList());
      case "discover", "12" -> {
        Map<?, ?> wish = payload instanceof Map<?, ?> map ? map : Map.of();
        yield new DiscoverAttributes(integer(wish, "startAttrId"), integer(wish, "maxAttrIds"));
      }
      default -> throw new DeviceException("Status 'UNSUP_GENERAL_COMMAND': " + name);
    };
  }

  private static List<? extends Map<?, ?>> rows(@Nullable Object payload) {
    return payload instanceof List<?> list
        ? list.stream().filter(Map.class::isInstance).map(row -> (Map<?, ?>) row).toList()
        : List.of();
  }

  private static AttributeValue value(Map<?, ?> row) {
    int typeId = integer(row, "dataType");
    ZclType type =
        ZclType.of(typeId).orElseThrow(() -> new DeviceException("No data type " + typeId));
    Object data = row.get("attrData");
    if (data == null) {
      throw new DeviceException("No attrData in " + row);
    }
    return new AttributeValue(integer(row, "attrId"), ZclValue.convert(type, data));
  }

  private static int integer(Map<?, ?> row, String key) {
    return Numbers.require(row.get(key), key).intValue();
  }
}
