package org.waggle.radio.zsmartsystems;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waggle.radio.api.RadioListener;
import org.waggle.radio.api.RadioPorts;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.radio.api.ZigbeeRadioProvider;

/**
 * Radios on the ember dongle of zsmartsystems. It answers to {@code ember} too, but gives way to
 * Waggle's own host by its ranking.
 */
@Component(
    property = {
      ZigbeeRadioProvider.ADAPTER + "=zsmartsystems-ember",
      ZigbeeRadioProvider.ADAPTER + "=ember",
      "service.ranking:Integer=-100"
    })
public final class ZsmartsystemsRadios implements ZigbeeRadioProvider {

  private static final Duration SILENCE = Duration.ofSeconds(5);

  private final RadioPorts ports;

  @Activate
  public ZsmartsystemsRadios(@Reference RadioPorts ports) {
    this.ports = ports;
  }

  @Override
  public ZigbeeRadio create(RadioSettings settings, RadioListener listener) {
    return new EmberRadio(settings, listener, new AshPort(ports, settings), SILENCE);
  }
}
