package org.waggle.itest.bench;

import java.nio.file.Path;
import java.util.List;

/** A program that brings Zigbee to MQTT. */
interface Contender {

  /** What the table calls it. */
  String name();

  /** What files call it. */
  String id();

  /**
   * Starts it, with its broker, and returns at once.
   *
   * @param data what it keeps from one start to the next
   * @param radioPort where its coordinator listens
   */
  Running start(Path data, int radioPort);

  /** A program that was started. */
  interface Running extends AutoCloseable {

    int brokerPort();

    /** All that it consists of, broker included. */
    List<Long> pids();

    /** The last it said, for those who wonder. */
    String tail();

    @Override
    void close();
  }
}
