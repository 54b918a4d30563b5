package org.waggle.radio.ember;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.waggle.radio.api.RadioListener;
import org.waggle.radio.api.RadioPort;
import org.waggle.radio.api.RadioPorts;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.RadioSettings.FlowControl;
import org.waggle.radio.api.SerialPortInfo;
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
    return new EmberRadio(settings, listener, LinkSettings.USUAL, () -> open(settings));
  }

  /** What the settings leave open is what the stick there usually needs. */
  private RadioPort open(RadioSettings settings) {
    Optional<KnownSticks.Line> usual =
        Probe.leavesOpen(settings) ? stickAt(settings.port()) : Optional.empty();
    int baudRate =
        settings
            .baudRate()
            .orElseGet(() -> usual.map(KnownSticks.Line::baudRate).orElse(USUAL_BAUD_RATE));
    FlowControl flowControl =
        settings.flowControl() == FlowControl.AUTO
            ? usual.map(KnownSticks.Line::flowControl).orElse(FlowControl.NONE)
            : settings.flowControl();
    return ports.open(settings.port(), baudRate, flowControl);
  }

  private Optional<KnownSticks.Line> stickAt(String path) {
    return ports.serialPorts().stream()
        .filter(port -> port.path().equals(path) || isStableId(port, path))
        .findFirst()
        .flatMap(KnownSticks::find);
  }

  private static boolean isStableId(SerialPortInfo port, String path) {
    return port.stableId().filter(id -> path.equals(id) || path.endsWith("/" + id)).isPresent();
  }

  @Override
  public Optional<RadioSettings> recognize(SerialPortInfo port) {
    return KnownSticks.find(port)
        .map(
            line ->
                new RadioSettings(
                    port.path(),
                    OptionalInt.of(line.baudRate()),
                    line.flowControl(),
                    OptionalInt.empty()));
  }

  @Override
  public CompletionStage<Optional<RadioSettings>> probe(RadioSettings settings) {
    return new Probe(ports, settings, () -> stickAt(settings.port())).run();
  }
}
