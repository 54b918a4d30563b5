package org.waggle.radio.zsmartsystems;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.waggle.radio.api.RadioPort;
import org.waggle.radio.api.RadioPorts;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.RadioSettings.FlowControl;
import org.waggle.radio.api.SerialPortInfo;

/** What the port does for the library's ASH handler, whose parser these tests play. */
class AshPortTest {

  private static final int FLAG = 0x7E;

  private final BlockingQueue<Integer> acknowledged = new LinkedBlockingQueue<>();
  private final Endless endless = new Endless();
  private final AshPort port = new AshPort(endless, RadioSettings.on("endless"));
  private final Thread parser = new Thread(this::parse);

  @BeforeEach
  void start() {
    port.open();
    parser.start();
  }

  @AfterEach
  void stop() throws Exception {
    port.close();
    parser.interrupt();
    parser.join();
  }

  @Test
  void givesTheParserNoMoreFramesThanTheLibrarysQueueHolds() throws Exception {
    for (int i = 0; i < 16; i++) {
      assertThat(acknowledged.poll(5, TimeUnit.SECONDS)).isEqualTo(i);
    }
    assertThat(acknowledged.poll(200, TimeUnit.MILLISECONDS)).isNull();

    port.handedOver();
    port.handedOver();

    assertThat(acknowledged.poll(5, TimeUnit.SECONDS)).isEqualTo(16);
    assertThat(acknowledged.poll(5, TimeUnit.SECONDS)).isEqualTo(17);
    assertThat(acknowledged.poll(200, TimeUnit.MILLISECONDS)).isNull();
  }

  @Test
  void goesOnAfterFramesThatNeverReachTheQueue() throws Exception {
    for (int i = 0; i < 17; i++) {
      assertThat(acknowledged.poll(5, TimeUnit.SECONDS)).isEqualTo(i);
    }
  }

  @Test
  void letsTheParserGoWhenItIsClosed() throws Exception {
    while (acknowledged.poll(5, TimeUnit.SECONDS) != 15) {
      assertThat(parser.isAlive()).isTrue();
    }

    port.close();

    assertThat(acknowledged.poll(5, TimeUnit.SECONDS)).isEqualTo(16);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5, 7})
  void mendsTheLibrarysNak(int number) {
    port.write(new int[] {0x80 | number, 0, 0, FLAG});

    port.write(new int[] {0xFF, 0xFF, FLAG});

    byte[] nak = endless.written();
    byte[] content = unstuffed(nak);
    assertThat(content[0] & 0xFF).isEqualTo(0xA0 | number);
    assertThat(content).hasSize(3);
    assertThat(AshPeer.crc(content, 3)).isZero();
    assertThat(nak[nak.length - 1]).isEqualTo((byte) FLAG);
  }

  private static byte[] unstuffed(byte[] frame) {
    ByteArrayOutputStream result = new ByteArrayOutputStream();
    for (int i = 0; i < frame.length - 1; i++) {
      result.write(frame[i] == 0x7D ? frame[++i] ^ 0x20 : frame[i]);
    }
    return result.toByteArray();
  }

  private void parse() {
    int count = 0;
    while (!Thread.interrupted()) {
      if (port.read() == FLAG) {
        port.write(new int[] {0x80 | (count + 1) & 7, 0, 0, FLAG});
        acknowledged.add(count++);
      }
    }
  }

  /** Receives frames without end. */
  private static final class Endless implements RadioPorts, RadioPort {

    private volatile byte[] written = {};

    byte[] written() {
      return written;
    }

    @Override
    public List<SerialPortInfo> serialPorts() {
      return List.of();
    }

    @Override
    public RadioPort open(String port, int baudRate, FlowControl flowControl) {
      return this;
    }

    @Override
    public int read(byte[] buffer) {
      Arrays.fill(buffer, 0, 100, (byte) 0x55);
      for (int i = 9; i < 100; i += 10) {
        buffer[i] = FLAG;
      }
      return 100;
    }

    @Override
    public void write(byte[] octets, int offset, int length) {
      written = Arrays.copyOfRange(octets, offset, offset + length);
    }

    @Override
    public void close() {}
  }
}
