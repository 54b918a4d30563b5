package org.waggle.radio.serial;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A pseudo terminal that stands for a serial port. Python makes it; without Python the tests that
 * need it are skipped. What the port writes and is to read passes through a socket.
 */
final class Pty implements AutoCloseable {

  private static final String SCRIPT =
      """
      import os, pty, select, socket, sys, termios, tty
      master, slave = pty.openpty()
      tty.setraw(slave)
      peer = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
      deaf = False
      print(os.ttyname(slave), flush=True)
      while True:
          for ready in select.select([peer, sys.stdin] + ([] if deaf else [master]), [], [])[0]:
              if ready is sys.stdin:
                  word = sys.stdin.readline().strip()
                  if word == "settings":
                      a = termios.tcgetattr(slave)
                      bits = {n for n in ("IXON", "IXOFF", "ICRNL", "ISTRIP") if a[0] & getattr(termios, n)}
                      bits |= {n for n in ("CRTSCTS", "PARENB", "CSTOPB", "CLOCAL") if a[2] & getattr(termios, n)}
                      bits |= {n for n in ("ECHO", "ICANON", "ISIG") if a[3] & getattr(termios, n)}
                      size = {termios.CS7: "7", termios.CS8: "8"}.get(a[2] & termios.CSIZE)
                      speed = [n for n in dir(termios) if n[0] == "B" and n[1:].isdigit() and getattr(termios, n) == a[5]]
                      print(speed[0][1:], size, *sorted(bits), flush=True)
                  elif word == "deaf":
                      deaf = True
                      print("deaf", flush=True)
                  else:
                      sys.exit()
              elif ready is peer:
                  os.write(master, peer.recv(4096))
              else:
                  peer.sendall(os.read(master, 4096))
      """;

  private final Process process;
  private final BufferedReader output;
  private final Socket socket;
  private final String path;

  Pty() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(10_000);
      process = start(server.getLocalPort());
      output =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      socket = server.accept();
    }
    path = output.readLine();
  }

  private static Process start(int port) {
    try {
      return new ProcessBuilder("python3", "-c", SCRIPT, String.valueOf(port))
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (IOException e) {
      return Assumptions.abort("There is no python3");
    }
  }

  /** What opens it as a port. */
  String path() {
    return path;
  }

  /** The port's baud rate and data bits, and the flags that are set, in alphabetical order. */
  String settings() throws IOException {
    return ask("settings");
  }

  /** From now on takes nothing that the port writes. */
  void becomeDeaf() throws IOException {
    ask("deaf");
  }

  private String ask(String word) throws IOException {
    OutputStream input = process.getOutputStream();
    input.write((word + "\n").getBytes(StandardCharsets.UTF_8));
    input.flush();
    return output.readLine();
  }

  void send(byte[] octets) throws IOException {
    socket.getOutputStream().write(octets);
  }

  byte[] receive(int count) throws IOException {
    InputStream input = socket.getInputStream();
    return new DataInputStream(input).readNBytes(count);
  }

  /** Pulls the plug. */
  @Override
  public void close() throws IOException {
    socket.close();
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
