package org.waggle.zigbee;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.radio.api.NetworkSettings;
import org.waggle.zcl.Octets;
import org.waggle.zigbee.api.DocumentStore;

/** The network that is wanted: what is configured, and what was generated once and remembered. */
final class NetworkIdentity {

  private static final String DOCUMENT = "identity";
  private static final String PAN_ID = "pan_id";
  private static final String EXTENDED_PAN_ID = "ext_pan_id";
  private static final String NETWORK_KEY = "network_key";

  private final DocumentStore store;
  private final SecureRandom random = new SecureRandom();

  NetworkIdentity(DocumentStore store) {
    this.store = store;
  }

  /** Completes, where something had to be generated, when that is on disk. */
  CompletionStage<NetworkSettings> resolve(Settings settings) {
    JsonObject remembered =
        store
            .load(DOCUMENT)
            .map(document -> JsonParser.parseString(document).getAsJsonObject())
            .orElseGet(JsonObject::new);
    int before = remembered.size();
    int panId = settings.panId().orElseGet(() -> Integer.decode(generated(remembered, PAN_ID)));
    long extendedPanId =
        settings
            .extendedPanId()
            .orElseGet(() -> HexFormat.fromHexDigitsToLong(generated(remembered, EXTENDED_PAN_ID)));
    Octets networkKey =
        settings.networkKey().orElseGet(() -> Octets.ofHex(generated(remembered, NETWORK_KEY)));
    NetworkSettings wanted =
        new NetworkSettings(
            new NetworkParameters(panId, extendedPanId, settings.channel()), networkKey);
    return remembered.size() == before
        ? CompletableFuture.completedStage(wanted)
        : store.save(DOCUMENT, remembered.toString()).thenApply(saved -> wanted);
  }

  private String generated(JsonObject remembered, String key) {
    if (!remembered.has(key)) {
      remembered.addProperty(key, generate(key));
    }
    return remembered.get(key).getAsString();
  }

  private String generate(String key) {
    if (key.equals(PAN_ID)) {
      return Integer.toString(1 + random.nextInt(0xFFFE));
    }
    byte[] bytes = new byte[key.equals(NETWORK_KEY) ? 16 : 8];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
