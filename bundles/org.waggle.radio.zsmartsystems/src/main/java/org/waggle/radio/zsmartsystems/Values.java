package org.waggle.radio.zsmartsystems;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspGetValueRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspGetValueResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSetValueRequest;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspSetValueResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EzspStatus;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.structure.EzspValueId;

/** The coordinator's values (UG100, 2.3.4). */
final class Values {

  private final Ezsp ezsp;

  Values(Ezsp ezsp) {
    this.ezsp = ezsp;
  }

  /**
   * @return bytes, 0..255 each
   */
  int[] get(EzspValueId id) {
    EzspGetValueRequest request = new EzspGetValueRequest();
    request.setValueId(id);
    EzspGetValueResponse response = ezsp.call(request, EzspGetValueResponse.class);
    Ezsp.require(response.getStatus(), "Reading " + id);
    return response.getValue();
  }

  /**
   * @return whether the coordinator took the value
   */
  boolean set(EzspValueId id, int... value) {
    EzspSetValueRequest request = new EzspSetValueRequest();
    request.setValueId(id);
    request.setValue(value);
    return ezsp.call(request, EzspSetValueResponse.class).getStatus() == EzspStatus.EZSP_SUCCESS;
  }
}
