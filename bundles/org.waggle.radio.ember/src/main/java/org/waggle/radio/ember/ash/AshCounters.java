package org.waggle.radio.ember.ash;

import java.util.LinkedHashMap;
import java.util.Map;

/** What happened on a link since it was made. */
final class AshCounters {

  long dataSent;
  long dataReceived;
  long retransmitted;
  long timeouts;
  long naksSent;
  long naksReceived;
  long damaged;
  long outOfSequence;
  long duplicates;
  long badAcknowledgements;
  long notReadySent;
  long notReadyReceived;

  /** By name, in the order to show them in. */
  Map<String, Long> byName() {
    Map<String, Long> counters = new LinkedHashMap<>();
    counters.put("ash_data_sent", dataSent);
    counters.put("ash_data_received", dataReceived);
    counters.put("ash_retransmitted", retransmitted);
    counters.put("ash_timeouts", timeouts);
    counters.put("ash_naks_sent", naksSent);
    counters.put("ash_naks_received", naksReceived);
    counters.put("ash_damaged_received", damaged);
    counters.put("ash_out_of_sequence_received", outOfSequence);
    counters.put("ash_duplicates_received", duplicates);
    counters.put("ash_bad_acknowledgements_received", badAcknowledgements);
    counters.put("ash_not_ready_sent", notReadySent);
    counters.put("ash_not_ready_received", notReadyReceived);
    return counters;
  }
}
