package org.waggle.radio.ember.ash;

import static org.waggle.radio.ember.ash.Hex.octets;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A host that a test plays the coordinator for, on a clock of the test. */
abstract class AshHostBench {

  static final long MILLISECOND = 1_000_000;

  final List<String> received = new ArrayList<>();
  final List<AshFailure> failures = new ArrayList<>();
  int connections;
  long now = 1;
  AshHost host = host(AshSettings.USUAL);

  AshHost host(AshSettings settings) {
    return new AshHost(
        settings,
        new AshHost.Listener() {
          @Override
          public void connected() {
            connections++;
          }

          @Override
          public void received(byte[] octets, int offset, int length) {
            received.add(HexFormat.of().formatHex(octets, offset, offset + length));
          }

          @Override
          public void failed(AshFailure failure) {
            failures.add(failure);
          }
        });
  }

  void connect() {
    host.connect(now);
    line("c1020b0a527e");
    host.clearOutput();
  }

  void send(String hex) {
    byte[] frame = octets(hex);
    host.send(frame, 0, frame.length, now);
  }

  void line(String hex) {
    byte[] octets = octets(hex);
    host.receive(octets, 0, octets.length, now);
  }

  void tickAtDeadline() {
    now = host.deadline();
    host.tick(now);
  }

  String output() {
    host.acknowledge();
    String hex = HexFormat.of().formatHex(host.output(), 0, host.outputLength());
    host.clearOutput();
    return hex;
  }
}
