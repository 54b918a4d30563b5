package org.waggle.radio.zsmartsystems;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;

/** A coordinator at {@code tcp://host:port}: a network adapter, a serial bridge, a simulator. */
final class TcpPort extends RadioPort {

  static final String SCHEME = "tcp://";

  private static final int CONNECT_MILLIS = 5_000;
  private static final int READ_MILLIS = 1_000;

  private final String name;
  private final Socket socket = new Socket();

  TcpPort(String name) {
    this.name = name;
  }

  @Override
  String name() {
    return name;
  }

  @Override
  void connect() {
    InetSocketAddress address = address();
    try {
      socket.setTcpNoDelay(true);
      socket.setKeepAlive(true);
      socket.setSoTimeout(READ_MILLIS);
      socket.connect(address, CONNECT_MILLIS);
    } catch (IOException e) {
      disconnect();
      throw new RadioException(
          Reason.PORT_UNAVAILABLE, "Cannot connect to " + name + ": " + reason(e, address), e);
    }
  }

  private static String reason(IOException e, InetSocketAddress address) {
    return address.isUnresolved()
        ? "the host " + address.getHostString() + " is not known"
        : String.valueOf(e.getMessage());
  }

  private InetSocketAddress address() {
    try {
      URI uri = new URI(name);
      if (uri.getHost() != null && uri.getPort() > 0 && uri.getPort() <= 0xFFFF) {
        return new InetSocketAddress(uri.getHost(), uri.getPort());
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new RadioException(Reason.PORT_UNAVAILABLE, "'" + name + "' is not tcp://host:port");
  }

  @Override
  int receive(byte[] bytes) throws IOException {
    try {
      return socket.getInputStream().read(bytes);
    } catch (SocketTimeoutException e) {
      return 0;
    }
  }

  @Override
  void transmit(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  @Override
  void disconnect() {
    try {
      socket.close();
    } catch (IOException e) {
      // Nobody can do anything about it, and the socket is gone anyway.
    }
  }
}
