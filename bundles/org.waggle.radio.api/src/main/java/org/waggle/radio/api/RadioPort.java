package org.waggle.radio.api;

import java.io.Closeable;
import java.io.IOException;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The open way to a coordinator: octets in, octets out. One thread reads, one thread writes, any
 * thread closes.
 */
@ProviderType
public interface RadioPort extends Closeable {

  /**
   * Waits until octets are there, as long as it takes.
   *
   * @return how many were put at the beginning of the buffer, at least 1; -1 once the port is
   *     closed or the other side has gone
   * @throws IOException when the port failed, was unplugged for example
   */
  int read(byte[] buffer) throws IOException;

  /**
   * Hands octets to the operating system. Waits for room there, at most for a second.
   *
   * @throws IOException when the port failed, or took nothing for that long
   */
  void write(byte[] octets, int offset, int length) throws IOException;

  /** Ends a {@link #read} that waits. Harmless when closed before. */
  @Override
  void close();
}
