package org.waggle.radio.zsmartsystems;

import java.time.Duration;
import org.osgi.service.component.annotations.Component;
import org.waggle.radio.api.RadioListener;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.radio.api.ZigbeeRadioProvider;

/** Radios on the ember dongle of zsmartsystems. */
@Component(
    property = {
      ZigbeeRadioProvider.ADAPTER + "=ember",
      ZigbeeRadioProvider.ADAPTER + "=zsmartsystems-ember"
    })
public final class ZsmartsystemsRadios implements ZigbeeRadioProvider {

  private static final Duration SILENCE = Duration.ofSeconds(5);

  @Override
  public ZigbeeRadio create(RadioSettings settings, RadioListener listener) {
    RadioPort port =
        settings.port().startsWith(TcpPort.SCHEME)
            ? new TcpPort(settings.port())
            : new UartPort(settings);
    return new EmberRadio(settings, listener, port, SILENCE);
  }
}
