package org.waggle.zigbee;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.waggle.radio.api.NetworkBackup;
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

  /**
   * Decides it. Where something has to be generated, it is on disk when this completes.
   *
   * @param backup asked for when something has to be generated: what a user put there says which
   *     network it is, if it does not contradict the configuration
   */
  CompletionStage<NetworkSettings> resolve(
      Settings settings, Supplier<CompletionStage<Optional<NetworkBackup>>> backup) {
    JsonObject remembered =
        store
            .load(DOCUMENT)
            .map(document -> JsonParser.parseString(document).getAsJsonObject())
            .orElseGet(JsonObject::new);
    if (isComplete(settings, remembered)) {
      return CompletableFuture.completedStage(wanted(settings, remembered));
    }
    return backup
        .get()
        .exceptionally(unreadable -> Optional.empty())
        .thenCompose(
            found -> {
              found.filter(one -> agrees(one, settings)).ifPresent(one -> adopt(one, remembered));
              generate(settings, remembered);
              NetworkSettings wanted = wanted(settings, remembered);
              return store.save(DOCUMENT, remembered.toString()).thenApply(saved -> wanted);
            });
  }

  private static boolean isComplete(Settings settings, JsonObject remembered) {
    return (settings.panId().isPresent() || remembered.has(PAN_ID))
        && (settings.extendedPanId().isPresent() || remembered.has(EXTENDED_PAN_ID))
        && (settings.networkKey().isPresent() || remembered.has(NETWORK_KEY));
  }

  private static boolean agrees(NetworkBackup backup, Settings settings) {
    NetworkParameters parameters = backup.parameters();
    return settings.panId().orElse(parameters.panId()) == parameters.panId()
        && settings.extendedPanId().orElse(parameters.extendedPanId()) == parameters.extendedPanId()
        && settings.networkKey().orElse(backup.networkKey()).equals(backup.networkKey());
  }

  private static void adopt(NetworkBackup backup, JsonObject remembered) {
    HexFormat hex = HexFormat.of();
    put(remembered, PAN_ID, Integer.toString(backup.parameters().panId()));
    put(remembered, EXTENDED_PAN_ID, hex.toHexDigits(backup.parameters().extendedPanId()));
    put(remembered, NETWORK_KEY, hex.formatHex(backup.networkKey().toArray()));
  }

  private void generate(Settings settings, JsonObject remembered) {
    if (settings.panId().isEmpty()) {
      put(remembered, PAN_ID, Integer.toString(1 + random.nextInt(0xFFFE)));
    }
    if (settings.extendedPanId().isEmpty()) {
      put(remembered, EXTENDED_PAN_ID, randomHex(8));
    }
    if (settings.networkKey().isEmpty()) {
      put(remembered, NETWORK_KEY, randomHex(16));
    }
  }

  private static void put(JsonObject remembered, String key, String value) {
    if (!remembered.has(key)) {
      remembered.addProperty(key, value);
    }
  }

  private String randomHex(int size) {
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static NetworkSettings wanted(Settings settings, JsonObject remembered) {
    return new NetworkSettings(
        new NetworkParameters(
            settings.panId().orElseGet(() -> Integer.decode(remembered.get(PAN_ID).getAsString())),
            settings
                .extendedPanId()
                .orElseGet(
                    () ->
                        HexFormat.fromHexDigitsToLong(
                            remembered.get(EXTENDED_PAN_ID).getAsString())),
            settings.channel()),
        settings
            .networkKey()
            .orElseGet(() -> Octets.ofHex(remembered.get(NETWORK_KEY).getAsString())));
  }
}
