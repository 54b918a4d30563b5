package org.waggle.itest.radio;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.waggle.radio.api.ApsIndication;
import org.waggle.zcl.Octets;

/**
 * Books the numbered reports of devices: what is missing, what came twice, and what came before an
 * earlier one.
 */
final class Ledger {

  private static final int HEADER = 6;

  private final int cluster;
  private final int count;
  private final Map<Integer, Page> pages = new HashMap<>();
  private final CompletableFuture<Void> full = new CompletableFuture<>();
  private int booked;
  private int twice;
  private int late;

  /** Of one device. */
  private static final class Page {

    private final BitSet numbers = new BitSet();
    private int last = -1;
  }

  /**
   * @param cluster the reports' one
   * @param count of reports to come, each device's numbered from 0
   */
  Ledger(int cluster, int count) {
    this.cluster = cluster;
    this.count = count;
  }

  synchronized void book(ApsIndication indication) {
    if (indication.clusterId() != cluster) {
      return;
    }
    Page page = pages.computeIfAbsent(indication.sourceAddress(), unused -> new Page());
    int number = number(indication.payload());
    late += number < page.last ? 1 : 0;
    twice += page.numbers.get(number) ? 1 : 0;
    page.last = number;
    page.numbers.set(number);
    booked++;
    if (booked == count) {
      full.complete(null);
    }
  }

  /** Behind the ZCL header, the attribute's id and its type; least significant octet first. */
  private static int number(Octets report) {
    long number = 0;
    for (int i = report.size() - 1; i >= HEADER; i--) {
      number = number << 8 | report.at(i);
    }
    return Math.toIntExact(number);
  }

  /** Waits until as many reports came as should. */
  void awaitAll(long seconds) throws Exception {
    try {
      full.get(seconds, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      // What is missing is in the balance.
    }
  }

  /** What there should be if all is well. */
  static String allOf(int count) {
    return balance(count, 0, 0, 0);
  }

  synchronized String balance() {
    int different = pages.values().stream().mapToInt(page -> page.numbers.cardinality()).sum();
    return balance(booked, count - different, twice, late);
  }

  private static String balance(int booked, int missing, int twice, int late) {
    return booked + " booked, " + missing + " missing, " + twice + " twice, " + late + " late";
  }
}
