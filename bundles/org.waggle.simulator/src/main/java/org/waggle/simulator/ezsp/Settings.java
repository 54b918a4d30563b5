package org.waggle.simulator.ezsp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.waggle.zcl.Octets;

/** Configuration values, policies and other values a host sets; a reset restores the defaults. */
final class Settings {

  static final int UNICAST_MESSAGE_COUNT = 0x03;
  static final int KEY_TABLE_SIZE = 0x1E;
  static final int SOURCE_ROUTE_TABLE_SIZE = 0x1A;
  static final int INDIRECT_TRANSMISSION_TIMEOUT_MILLIS = 0x12;
  static final int TRANSIENT_KEY_TIMEOUT_SECONDS = 0x36;

  static final int TRUST_CENTER_POLICY = 0x00;
  static final int POLL_HANDLER_POLICY = 0x03;
  static final int MESSAGE_CONTENTS_POLICY = 0x04;

  static final int POLL_HANDLER_CALLBACK = 0x31;
  static final int MESSAGE_TAG_AND_CONTENTS = 0x41;

  private static final int VERSION_INFO = 0x11;

  /** Bit of the trust centre policy: who has the link key may join. */
  static final int ALLOW_JOINS = 0x01;

  private static final Map<Integer, Integer> CONFIGURATION =
      Map.ofEntries(
          Map.entry(0x01, 0xFF),
          Map.entry(0x02, 16),
          Map.entry(UNICAST_MESSAGE_COUNT, 10),
          Map.entry(0x04, 0),
          Map.entry(0x05, 2),
          Map.entry(0x06, 32),
          Map.entry(0x0C, 2),
          Map.entry(0x0D, 5),
          Map.entry(0x10, 30),
          Map.entry(0x11, 32),
          Map.entry(INDIRECT_TRANSMISSION_TIMEOUT_MILLIS, 7680),
          Map.entry(0x13, 8),
          Map.entry(0x19, 2),
          Map.entry(SOURCE_ROUTE_TABLE_SIZE, 200),
          Map.entry(KEY_TABLE_SIZE, 12),
          Map.entry(0x2D, 1),
          Map.entry(TRANSIENT_KEY_TIMEOUT_SECONDS, 300));

  private static final Map<Integer, Octets> VALUES =
      Map.of(
          0x03, Octets.of(0x00, 0x40),
          0x05, Octets.of(82, 0),
          0x06, Octets.of(82, 0),
          0x07, Octets.of(0),
          0x0A, Octets.of(0x10, 0x01),
          // -75 dBm
          0x15, Octets.of(0xB5),
          0x43, Octets.of(0x10, 0x27));

  private final Map<Integer, Integer> configuration = new HashMap<>();
  private final Map<Integer, Integer> policies = new HashMap<>();
  private final Map<Integer, Octets> values = new HashMap<>();
  private final Octets version;
  private int manufacturerCode;

  Settings(EzspVersion version) {
    this.version = version.information();
    clear();
  }

  final void clear() {
    configuration.clear();
    configuration.putAll(CONFIGURATION);
    policies.clear();
    policies.put(TRUST_CENTER_POLICY, ALLOW_JOINS);
    policies.put(POLL_HANDLER_POLICY, 0x30);
    policies.put(MESSAGE_CONTENTS_POLICY, 0x40);
    values.clear();
    values.putAll(VALUES);
    values.put(VERSION_INFO, version);
    manufacturerCode = 0;
  }

  int configuration(int id) {
    return configuration.getOrDefault(id, 0);
  }

  void configuration(int id, int value) {
    configuration.put(id, value);
  }

  int policy(int id) {
    return policies.getOrDefault(id, 0);
  }

  void policy(int id, int decision) {
    policies.put(id, decision);
  }

  Optional<Octets> value(int id) {
    return Optional.ofNullable(values.get(id));
  }

  void value(int id, Octets value) {
    values.put(id, value);
  }

  int manufacturerCode() {
    return manufacturerCode;
  }

  void manufacturerCode(int code) {
    manufacturerCode = code;
  }
}
