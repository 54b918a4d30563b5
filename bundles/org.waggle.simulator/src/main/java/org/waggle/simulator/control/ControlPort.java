package org.waggle.simulator.control;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A TCP port that takes requests, one JSON object per line, from any number of clients. */
public final class ControlPort implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(ControlPort.class);

  private final ServerSocket server;
  private final Requests requests;
  private final Set<ControlClient> clients = ConcurrentHashMap.newKeySet();

  /**
   * @throws IOException if it cannot listen there
   */
  public ControlPort(InetSocketAddress address, Requests requests) throws IOException {
    this.requests = requests;
    this.server = new ServerSocket();
    try {
      server.setReuseAddress(true);
      server.bind(address);
    } catch (IOException e) {
      server.close();
      throw new IOException("cannot listen on " + address + ": " + e.getMessage(), e);
    }
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Begins to accept clients. */
  public void start() {
    thread(this::accept, "simulator-control-" + port());
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      LOG.debug("Cannot close", e);
    }
    clients.forEach(ControlClient::close);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        ControlClient client = new ControlClient(socket, requests);
        clients.add(client);
        thread(
            () -> {
              client.serve();
              clients.remove(client);
            },
            "simulator-control-client");
      } catch (IOException e) {
        LOG.debug("Stopped listening", e);
      }
    }
  }

  private static void thread(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
