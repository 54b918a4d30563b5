package org.waggle.itest.bench;

/**
 * What came of many things sent at once.
 *
 * @param perSecond of those that arrived, from the first sent to the last arrived
 */
record Flow(double perSecond, int lost) {

  /**
   * @param from microseconds
   * @param to microseconds
   */
  static Flow of(int sent, int arrived, long from, long to) {
    return new Flow(arrived == 0 ? 0 : arrived * 1e6 / (to - from), sent - arrived);
  }
}
