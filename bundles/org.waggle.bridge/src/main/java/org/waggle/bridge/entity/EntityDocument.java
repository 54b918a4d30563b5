package org.waggle.bridge.entity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.bridge.json.JsonParser;
import org.waggle.bridge.json.JsonText;
import org.waggle.bridge.json.JsonValues;
import org.waggle.zcl.IeeeAddress;

/** Names, options and blocked devices as they are saved. */
record EntityDocument(
    Map<IeeeAddress, EntityRecord> devices,
    Map<Integer, EntityRecord> groups,
    List<String> blocklist) {

  private static final Logger LOG = LoggerFactory.getLogger(EntityDocument.class);
  private static final String DEVICES = "devices";
  private static final String GROUPS = "groups";
  private static final String BLOCKLIST = "blocklist";

  /**
   * @throws IllegalStateException if the text is damaged: going on would lose the user's names
   */
  static EntityDocument ofText(String text) {
    Map<String, @Nullable Object> json;
    try {
      json = JsonValues.object(JsonParser.parse(text));
    } catch (JsonParser.NotJson e) {
      throw new IllegalStateException("the document of names and options is damaged", e);
    }
    Map<IeeeAddress, EntityRecord> devices = new LinkedHashMap<>();
    JsonValues.object(json.get(DEVICES))
        .forEach(
            (id, value) ->
                IeeeAddress.parse(id)
                    .ifPresent(address -> devices.put(address, entityRecord(value, id))));
    Map<Integer, EntityRecord> groups = new LinkedHashMap<>();
    JsonValues.object(json.get(GROUPS))
        .forEach(
            (id, value) ->
                groupId(id).ifPresent(group -> groups.put(group, entityRecord(value, id))));
    List<String> blocklist = new ArrayList<>();
    if (json.get(BLOCKLIST) instanceof List<?> list) {
      list.forEach(element -> blocklist.add(String.valueOf(element)));
    }
    return new EntityDocument(devices, groups, List.copyOf(blocklist));
  }

  private static Optional<Integer> groupId(String text) {
    try {
      return Optional.of(Integer.valueOf(text));
    } catch (NumberFormatException e) {
      LOG.error("A stored group cannot be read and is left out: {}", text);
      return Optional.empty();
    }
  }

  private static EntityRecord entityRecord(@Nullable Object json, String id) {
    return EntityRecord.ofJson(JsonValues.object(json), id);
  }

  String toText() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put(DEVICES, devicesJson());
    json.put(GROUPS, groupsJson());
    json.put(BLOCKLIST, blocklist);
    return JsonText.inOrder(json);
  }

  Map<String, @Nullable Object> devicesJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    devices.forEach((address, device) -> json.put(address.toString(), device.toJson()));
    return json;
  }

  Map<String, @Nullable Object> groupsJson() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    groups.forEach((id, group) -> json.put(id.toString(), group.toJson()));
    return json;
  }
}
