package org.waggle.zigbee;

import java.util.OptionalInt;
import org.waggle.radio.api.ApsIndication;
import org.waggle.radio.api.ApsIndication.Delivery;
import org.waggle.zcl.Octets;
import org.waggle.zcl.zdo.ZdoFrame;

/** What a radio hears, over a last hop of middling quality. */
final class Indications {

  private Indications() {}

  static ApsIndication of(
      int source,
      Delivery delivery,
      OptionalInt groupId,
      int profile,
      int cluster,
      int sourceEndpoint,
      int destinationEndpoint,
      int counter,
      Octets payload) {
    return new ApsIndication(
        source,
        delivery,
        groupId,
        profile,
        cluster,
        sourceEndpoint,
        destinationEndpoint,
        counter & 0xFF,
        payload,
        123,
        -50);
  }

  static ApsIndication zdo(int source, Delivery delivery, int counter, ZdoFrame frame) {
    return of(
        source, delivery, OptionalInt.empty(), 0, frame.clusterId(), 0, 0, counter, frame.encode());
  }
}
