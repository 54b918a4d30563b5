package org.waggle.zigbee;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.api.CoordinatorInfo;
import org.waggle.radio.api.NetworkBackup;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/**
 * Backups in zigpy's Open Coordinator Backup Format, version 1, which Zigbee2MQTT writes as well.
 * Numbers of several octets have the most significant one first.
 */
final class BackupCodec {

  private static final String FORMAT = "zigpy/open-coordinator-backup";
  private static final int VERSION = 1;

  /** Zigbee 3.0, 4.4.1.2: frames are encrypted and have a code of 32 bits. */
  private static final int SECURITY_LEVEL = 5;

  /** The link key that every device knows, "ZigBeeAlliance09". */
  private static final Octets WELL_KNOWN_KEY = Octets.ofHex("5a6967426565416c6c69616e63653039");

  private static final HexFormat HEX = HexFormat.of();
  private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

  private BackupCodec() {}

  static String write(NetworkBackup backup, CoordinatorInfo coordinator, Instant time) {
    JsonObject json = new JsonObject();
    json.add("metadata", metadata(coordinator, time));
    JsonObject ezsp = new JsonObject();
    backup
        .trustCenterLinkKey()
        .filter(key -> backup.hashedLinkKeys())
        .ifPresent(key -> ezsp.addProperty("hashed_tclk", hex(key)));
    JsonObject stack = new JsonObject();
    if (ezsp.size() > 0) {
      stack.add("ezsp", ezsp);
    }
    json.add("stack_specific", stack);
    json.addProperty("coordinator_ieee", hex(backup.coordinator()));
    json.addProperty("pan_id", HEX.toHexDigits((short) backup.parameters().panId()));
    json.addProperty("extended_pan_id", HEX.toHexDigits(backup.parameters().extendedPanId()));
    json.addProperty("nwk_update_id", backup.updateId());
    json.addProperty("security_level", SECURITY_LEVEL);
    json.addProperty("channel", backup.parameters().channel());
    JsonArray channels = new JsonArray();
    channels.add(backup.parameters().channel());
    json.add("channel_mask", channels);
    JsonObject key = new JsonObject();
    key.addProperty("key", hex(backup.networkKey()));
    key.addProperty("sequence_number", backup.networkKeySequence());
    key.addProperty("frame_counter", backup.networkFrameCounter());
    json.add("network_key", key);
    JsonArray devices = new JsonArray();
    backup.linkKeys().forEach(linkKey -> devices.add(device(linkKey)));
    json.add("devices", devices);
    return GSON.toJson(json);
  }

  private static JsonObject metadata(CoordinatorInfo coordinator, Instant time) {
    JsonObject internal = new JsonObject();
    internal.addProperty("date", time.toString());
    if (coordinator.meta().get("ezsp") instanceof Number version) {
      internal.addProperty("ezspVersion", version);
    }
    JsonObject metadata = new JsonObject();
    metadata.addProperty("format", FORMAT);
    metadata.addProperty("version", VERSION);
    metadata.addProperty("source", "waggle");
    metadata.add("internal", internal);
    return metadata;
  }

  private static JsonObject device(NetworkBackup.LinkKey linkKey) {
    JsonObject key = new JsonObject();
    key.addProperty("key", hex(linkKey.key()));
    key.addProperty("rx_counter", linkKey.incomingFrameCounter());
    key.addProperty("tx_counter", linkKey.outgoingFrameCounter());
    JsonObject device = new JsonObject();
    device.add("nwk_address", JsonNull.INSTANCE);
    device.addProperty("ieee_address", hex(linkKey.device()));
    device.addProperty("is_child", false);
    device.add("link_key", key);
    return device;
  }

  /**
   * @throws IllegalArgumentException if it is no such backup, with a reason for users
   */
  static NetworkBackup read(String document) {
    try {
      JsonObject json = JsonParser.parseString(document).getAsJsonObject();
      JsonObject metadata = json.getAsJsonObject("metadata");
      if (!FORMAT.equals(metadata.get("format").getAsString())
          || metadata.get("version").getAsInt() != VERSION) {
        throw new IllegalArgumentException("its format is not " + FORMAT + ", version " + VERSION);
      }
      return read(json, isReversed(json));
    } catch (IllegalStateException
        | NullPointerException
        | ClassCastException
        | UnsupportedOperationException e) {
      throw new IllegalArgumentException("a part of it is missing, or not what it should be", e);
    }
  }

  private static NetworkBackup read(JsonObject json, boolean reversed) {
    JsonObject key = json.getAsJsonObject("network_key");
    Optional<Octets> seed = seed(json);
    return new NetworkBackup(
        address(json.get("coordinator_ieee"), reversed),
        new NetworkParameters(
            HexFormat.fromHexDigits(json.get("pan_id").getAsString()),
            number(json.get("extended_pan_id"), reversed),
            json.get("channel").getAsInt()),
        json.get("nwk_update_id").getAsInt(),
        octets(key.get("key")),
        key.get("sequence_number").getAsInt(),
        key.get("frame_counter").getAsLong(),
        Optional.of(seed.orElse(WELL_KNOWN_KEY)),
        seed.isPresent(),
        linkKeys(json.getAsJsonArray("devices"), reversed));
  }

  private static Optional<Octets> seed(JsonObject json) {
    return json.get("stack_specific") instanceof JsonObject stack
            && stack.get("ezsp") instanceof JsonObject ezsp
            && ezsp.get("hashed_tclk") instanceof JsonPrimitive seed
        ? Optional.of(octets(seed))
        : Optional.empty();
  }

  private static List<NetworkBackup.LinkKey> linkKeys(
      @Nullable JsonArray devices, boolean reversed) {
    List<NetworkBackup.LinkKey> keys = new ArrayList<>();
    for (JsonElement device : devices == null ? new JsonArray() : devices) {
      if (device.getAsJsonObject().get("link_key") instanceof JsonObject key) {
        keys.add(
            new NetworkBackup.LinkKey(
                address(device.getAsJsonObject().get("ieee_address"), reversed),
                octets(key.get("key")),
                key.get("rx_counter").getAsLong(),
                key.get("tx_counter").getAsLong()));
      }
    }
    return keys;
  }

  /**
   * Zigbee2MQTT with an EmberZNet stick writes the numbers of 64 bits as they are on the wire
   * (zigbee-herdsman 10.9). Most addresses tell: what was made from 48 bits has FFFE in its middle.
   */
  private static boolean isReversed(JsonObject json) {
    String middle = json.get("coordinator_ieee").getAsString().replaceFirst("^0x", "");
    if (middle.regionMatches(true, 6, "feff", 0, 4)) {
      return true;
    }
    boolean herdsman =
        json.getAsJsonObject("metadata").get("source") instanceof JsonPrimitive source
            && source.getAsString().startsWith("zigbee-herdsman");
    return herdsman && seed(json).isPresent() && !middle.regionMatches(true, 6, "fffe", 0, 4);
  }

  private static IeeeAddress address(JsonElement json, boolean reversed) {
    return new IeeeAddress(number(json, reversed));
  }

  private static long number(JsonElement json, boolean reversed) {
    long value = HexFormat.fromHexDigitsToLong(json.getAsString().replaceFirst("^0x", ""));
    return reversed ? Long.reverseBytes(value) : value;
  }

  private static Octets octets(JsonElement json) {
    Octets octets = Octets.ofHex(json.getAsString());
    if (octets.size() != 16) {
      throw new IllegalArgumentException("a key has " + octets.size() + " bytes, not 16");
    }
    return octets;
  }

  private static String hex(Octets octets) {
    return HEX.formatHex(octets.toArray());
  }

  private static String hex(IeeeAddress address) {
    return HEX.toHexDigits(address.value());
  }
}
