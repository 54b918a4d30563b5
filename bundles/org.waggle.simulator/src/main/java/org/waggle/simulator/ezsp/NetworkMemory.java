package org.waggle.simulator.ezsp;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.waggle.simulator.air.Coordinator;
import org.waggle.simulator.memory.Memory;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** What the NCP keeps through resets and power cuts: its network, and its keys. */
final class NetworkMemory {

  /** EmberInitialSecurityState. */
  record Security(
      int mask, Octets linkKey, Octets networkKey, int keySequence, IeeeAddress trustCenter) {

    static final Security NONE = new Security(0, Octets.EMPTY, Octets.EMPTY, 0, IeeeAddress.NONE);
  }

  record LinkKey(int index, IeeeAddress partner, Octets key) {}

  /** A real stack skips ahead as well, since it doesn't write each value down. */
  private static final long FRAME_COUNTER_STEP = 4096;

  /** Bit of the security mask: the counters that the host restored are kept. */
  private static final int NO_FRAME_COUNTER_RESET = 0x1000;

  private static final String NAME = "network";
  private static final Gson GSON = new Gson();

  /** The form on disk. */
  private static final class Saved {
    String eui64 = "";
    boolean formed;
    NetworkParameters parameters = NetworkParameters.NONE;
    int mask;
    String linkKey = "";
    String networkKey = "";
    int keySequence;
    long frameCounter;
    List<SavedKey> keys = List.of();
    Map<String, String> tokens = Map.of();
  }

  private record SavedKey(int index, String partner, String key) {}

  private final Memory memory;
  private final List<LinkKey> linkKeys = new ArrayList<>();
  private final Map<String, Octets> tokens = new TreeMap<>();
  private IeeeAddress eui64;
  private boolean formed;
  private NetworkParameters parameters = NetworkParameters.NONE;
  private Security security = Security.NONE;
  private long frameCounter;

  NetworkMemory(Memory memory, IeeeAddress eui64) {
    this.memory = memory;
    this.eui64 = eui64;
    memory.read(NAME).ifPresent(this::load);
  }

  private void load(JsonObject content) {
    Saved saved = GSON.fromJson(content, Saved.class);
    eui64 = IeeeAddress.parse(saved.eui64).orElse(eui64);
    formed = saved.formed;
    parameters = saved.parameters;
    security =
        new Security(
            saved.mask,
            Octets.ofHex(saved.linkKey),
            Octets.ofHex(saved.networkKey),
            saved.keySequence,
            IeeeAddress.NONE);
    frameCounter = saved.frameCounter + FRAME_COUNTER_STEP;
    saved.tokens.forEach((name, token) -> tokens.put(name, Octets.ofHex(token)));
    for (SavedKey key : saved.keys) {
      IeeeAddress partner = IeeeAddress.parse(key.partner).orElse(IeeeAddress.NONE);
      linkKeys.add(new LinkKey(key.index, partner, Octets.ofHex(key.key)));
    }
  }

  private void save() {
    Saved saved = new Saved();
    saved.eui64 = eui64.toString();
    saved.formed = formed;
    saved.parameters = parameters;
    saved.mask = security.mask;
    saved.linkKey = security.linkKey.toString();
    saved.networkKey = security.networkKey.toString();
    saved.keySequence = security.keySequence;
    saved.frameCounter = frameCounter;
    saved.keys =
        linkKeys.stream()
            .map(key -> new SavedKey(key.index, key.partner.toString(), key.key.toString()))
            .toList();
    saved.tokens = new TreeMap<>();
    tokens.forEach((name, token) -> saved.tokens.put(name, token.toString()));
    memory.write(NAME, GSON.toJsonTree(saved).getAsJsonObject());
  }

  IeeeAddress eui64() {
    return eui64;
  }

  void eui64(IeeeAddress next) {
    eui64 = next;
    save();
  }

  boolean formed() {
    return formed;
  }

  NetworkParameters parameters() {
    return parameters;
  }

  /** Changes a setting of the network it is in. */
  void parameters(NetworkParameters next) {
    parameters = next;
    save();
  }

  Security security() {
    return security;
  }

  void security(Security next) {
    security = next;
    save();
  }

  Coordinator.Network network() {
    return new Coordinator.Network(parameters.extendedPanId(), security.networkKey);
  }

  void form(NetworkParameters next) {
    formed = true;
    parameters = next;
    if ((security.mask & NO_FRAME_COUNTER_RESET) == 0) {
      frameCounter = 0;
    }
    save();
  }

  void leave() {
    formed = false;
    parameters = NetworkParameters.NONE;
    frameCounter = 0;
    save();
  }

  long frameCounter() {
    return frameCounter;
  }

  void frameCounter(long next) {
    frameCounter = next;
    save();
  }

  /** One more frame was encrypted; too often to write down. */
  void countFrame() {
    frameCounter++;
  }

  /** What the manufacturer, or the stack, wrote under a name. */
  Optional<Octets> token(String name) {
    return Optional.ofNullable(tokens.get(name));
  }

  void token(String name, Octets token) {
    tokens.put(name, token);
    save();
  }

  List<LinkKey> linkKeys() {
    return List.copyOf(linkKeys);
  }

  Optional<LinkKey> linkKey(int index) {
    return linkKeys.stream().filter(key -> key.index == index).findFirst();
  }

  Optional<LinkKey> linkKey(IeeeAddress partner) {
    return linkKeys.stream().filter(key -> key.partner.equals(partner)).findFirst();
  }

  void linkKey(LinkKey key) {
    linkKeys.removeIf(present -> present.index == key.index);
    linkKeys.add(key);
    save();
  }

  void eraseLinkKeys() {
    linkKeys.clear();
    save();
  }

  void eraseLinkKey(int index) {
    linkKeys.removeIf(key -> key.index == index);
    save();
  }
}
