package org.waggle.zigbee;

/** The sequence numbers of what is sent, 0 to 255 round and round. */
final class Sequence {

  private int last = -1;

  int next() {
    last = last + 1 & 0xFF;
    return last;
  }
}
