package org.waggle.zigbee;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.waggle.zigbee.api.EndpointAddress;
import org.waggle.zigbee.api.ZigbeeGroup;
import org.waggle.zigbee.api.ZigbeeNode;

/** All that is remembered of a network, as one document. */
record NetworkDocument(
    List<ZigbeeNode> nodes, List<ZigbeeGroup> groups, List<FormerMember> formerMembers) {

  private static final Logger LOG = LoggerFactory.getLogger(NetworkDocument.class);

  static final String NAME = "network";
  static final NetworkDocument EMPTY = new NetworkDocument(List.of(), List.of(), List.of());

  private static final int VERSION = 1;
  private static final String FORMER_MEMBERS = "former_members";

  static String write(
      Collection<ZigbeeNode> nodes,
      Collection<ZigbeeGroup> groups,
      Collection<FormerMember> formerMembers) {
    JsonObject json = new JsonObject();
    json.addProperty("version", VERSION);
    JsonArray allNodes = new JsonArray();
    nodes.forEach(node -> allNodes.add(NodeCodec.write(node)));
    json.add("nodes", allNodes);
    JsonArray allGroups = new JsonArray();
    groups.forEach(group -> allGroups.add(write(group)));
    json.add("groups", allGroups);
    if (!formerMembers.isEmpty()) {
      JsonArray all = new JsonArray();
      formerMembers.forEach(member -> all.add(write(member)));
      json.add(FORMER_MEMBERS, all);
    }
    return json.toString();
  }

  /** Reads what can be read; an entry that cannot is left out with a line in the log. */
  static NetworkDocument read(String document) {
    if (!(JsonParser.parseString(document) instanceof JsonObject json)) {
      LOG.error("What is stored of the network is not a network and is left out: {}", document);
      return EMPTY;
    }
    return new NetworkDocument(
        entries(json, "nodes", NodeCodec::read),
        entries(json, "groups", NetworkDocument::readGroup),
        json.has(FORMER_MEMBERS)
            ? entries(json, FORMER_MEMBERS, NetworkDocument::readFormerMember)
            : List.of());
  }

  private static <T> List<T> entries(JsonObject json, String key, Function<JsonObject, T> reader) {
    List<T> entries = new ArrayList<>();
    if (json.get(key) instanceof JsonArray array) {
      for (JsonElement entry : array) {
        try {
          entries.add(reader.apply(entry.getAsJsonObject()));
        } catch (RuntimeException e) { // whatever is wrong with one must not cost the others
          LOG.error("One of the stored {} cannot be read and is left out: {}", key, entry, e);
        }
      }
    } else {
      LOG.error("The stored {} are not a list and are left out: {}", key, json.get(key));
    }
    return entries;
  }

  private static JsonObject write(ZigbeeGroup group) {
    JsonObject json = new JsonObject();
    json.addProperty("id", group.id());
    JsonArray members = new JsonArray();
    group.members().forEach(member -> members.add(write(member)));
    json.add("members", members);
    return json;
  }

  private static JsonObject write(EndpointAddress endpoint) {
    JsonObject json = new JsonObject();
    json.addProperty("ieee_address", endpoint.node().toString());
    json.addProperty("endpoint", endpoint.endpoint());
    return json;
  }

  private static JsonObject write(FormerMember member) {
    JsonObject json = write(member.endpoint());
    json.addProperty("group", member.groupId());
    return json;
  }

  private static ZigbeeGroup readGroup(JsonObject json) {
    List<EndpointAddress> members = new ArrayList<>();
    for (JsonElement member : json.getAsJsonArray("members")) {
      members.add(readEndpoint(member.getAsJsonObject()));
    }
    return new ZigbeeGroup(json.get("id").getAsInt(), members);
  }

  private static FormerMember readFormerMember(JsonObject json) {
    return new FormerMember(json.get("group").getAsInt(), readEndpoint(json));
  }

  private static EndpointAddress readEndpoint(JsonObject json) {
    return new EndpointAddress(
        NodeCodec.address(json.get("ieee_address")), json.get("endpoint").getAsInt());
  }
}
