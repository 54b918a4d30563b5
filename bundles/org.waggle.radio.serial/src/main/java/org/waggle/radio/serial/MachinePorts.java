package org.waggle.radio.serial;

import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.waggle.radio.api.RadioPort;
import org.waggle.radio.api.RadioPorts;
import org.waggle.radio.api.RadioSettings.FlowControl;
import org.waggle.radio.api.SerialPortInfo;

/** The serial ports of this machine, and whatever it reaches by TCP. */
@Component
public final class MachinePorts implements RadioPorts {

  @Override
  public List<SerialPortInfo> serialPorts() {
    return List.of();
  }

  @Override
  public RadioPort open(String port, int baudRate, FlowControl flowControl) {
    return TcpPort.open(TcpAddress.of(port));
  }
}
