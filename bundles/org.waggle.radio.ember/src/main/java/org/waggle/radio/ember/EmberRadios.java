package org.waggle.radio.ember;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waggle.radio.api.RadioListener;
import org.waggle.radio.api.RadioPorts;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.RadioSettings.FlowControl;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.radio.api.ZigbeeRadioProvider;
import org.waggle.radio.ember.link.LinkSettings;

/** Radios with EmberZNet firmware, EZSP 8 to 19. Before others for the same adapter. */
@Component(property = {ZigbeeRadioProvider.ADAPTER + "=ember", "service.ranking:Integer=100"})
public final class EmberRadios implements ZigbeeRadioProvider {

  private static final int USUAL_BAUD_RATE = 115_200;

  private final RadioPorts ports;

  @Activate
  public EmberRadios(@Reference RadioPorts ports) {
    this.ports = ports;
  }

  @Override
  public ZigbeeRadio create(RadioSettings settings, RadioListener listener) {
    int baudRate = settings.baudRate().orElse(USUAL_BAUD_RATE);
    FlowControl flowControl =
        settings.flowControl() == FlowControl.AUTO ? FlowControl.NONE : settings.flowControl();
    return new EmberRadio(
        settings,
        listener,
        LinkSettings.USUAL,
        () -> ports.open(settings.port(), baudRate, flowControl));
  }
}
