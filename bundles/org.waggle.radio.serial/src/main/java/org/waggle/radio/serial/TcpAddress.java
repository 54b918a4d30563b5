package org.waggle.radio.serial;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;

/** What {@code tcp://host:port} names. */
record TcpAddress(String name, String host, int port) {

  private static final String SCHEME = "tcp://";

  static boolean isMeantBy(String name) {
    return name.startsWith(SCHEME);
  }

  static TcpAddress of(String name) {
    try {
      URI uri = new URI(name);
      if (isMeantBy(name) && uri.getHost() != null && uri.getPort() > 0 && uri.getPort() < 65536) {
        return new TcpAddress(name, uri.getHost(), uri.getPort());
      }
    } catch (URISyntaxException e) {
      // Said below.
    }
    throw new RadioException(Reason.PORT_UNAVAILABLE, "'" + name + "' is not tcp://host:port");
  }

  /** Asks the name servers. */
  InetSocketAddress resolve() {
    InetSocketAddress address = new InetSocketAddress(host, port);
    if (address.isUnresolved()) {
      throw new RadioException(
          Reason.PORT_UNAVAILABLE, sentence("the host " + host + " is not known"));
    }
    return address;
  }

  RadioException unavailable(String why, IOException cause) {
    return new RadioException(Reason.PORT_UNAVAILABLE, sentence(why), cause);
  }

  private String sentence(String why) {
    return "Cannot connect to " + name + ": " + why;
  }
}
