package org.waggle.radio.ember;

import java.util.concurrent.CompletableFuture;
import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.ApsRequest.Destination.Unicast;

/** An APS frame on its way out and what is known of it. In turns of the link. */
final class Message implements Comparable<Message> {

  final ApsRequest request;
  final CompletableFuture<Void> done;
  final long order;
  int tag;

  /** Whether what became of it is known, or is of no interest any more. */
  boolean reported;

  long reportDue;

  /** When the coordinator had no room for it the first time; -1 if it had. */
  long busySince = -1;

  /**
   * @param order in which frames came
   */
  Message(ApsRequest request, long order, CompletableFuture<Void> done) {
    this.request = request;
    this.order = order;
    this.done = done;
  }

  boolean unicast() {
    return request.destination() instanceof Unicast;
  }

  @Override
  public int compareTo(Message other) {
    return Long.compare(order, other.order);
  }
}
