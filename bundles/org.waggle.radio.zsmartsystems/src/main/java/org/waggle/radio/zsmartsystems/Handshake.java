package org.waggle.radio.zsmartsystems;

import com.zsmartsystems.zigbee.dongle.ember.EmberNcp;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameResponse;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.command.EzspVersionResponse;
import com.zsmartsystems.zigbee.dongle.ember.internal.EzspProtocolHandler;
import com.zsmartsystems.zigbee.dongle.ember.internal.transaction.EzspSingleResponseTransaction;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.waggle.radio.zsmartsystems.frame.LegacyVersionRequest;
import org.waggle.radio.zsmartsystems.frame.LegacyVersionResponse;

/**
 * Agrees on EZSP 13 with a coordinator, or refuses it before the library can change its static
 * protocol version.
 *
 * <p>The first {@code version} always has the legacy header. The library would send it with the
 * extended one if it had talked to a coordinator before, which old firmware does not understand.
 */
final class Handshake extends EmberNcp {

  /** Of the library's versions the only one with the security manager that Zigbee2MQTT needs. */
  static final int VERSION = 13;

  /** Long enough for three resets. */
  private static final int PATIENCE_SECONDS = 7;

  private static final int NO_BOOTLOADER = 0xFFFF;

  private final EzspProtocolHandler handler;
  private final IntConsumer offered;

  /**
   * @param offered told which version the coordinator speaks
   */
  Handshake(EzspProtocolHandler handler, IntConsumer offered) {
    super(handler);
    this.handler = handler;
    this.offered = offered;
  }

  @Override
  @SuppressWarnings("NullAway") // the library knows null as: no coordinator to go on with
  public @Nullable EzspVersionResponse getVersion() {
    LegacyTransaction first = new LegacyTransaction(new LegacyVersionRequest(VERSION));
    handler.sendEzspTransaction(first, PATIENCE_SECONDS);
    int version = first.version();
    if (version < 0) {
      return null;
    }
    offered.accept(version);
    return version == VERSION ? super.getVersion() : null;
  }

  @Override
  public int getBootloaderVersion() {
    return NO_BOOTLOADER; // of no interest, so not asked for
  }

  /** Takes a response with either header. */
  private static final class LegacyTransaction extends EzspSingleResponseTransaction {

    private volatile int version = -1;

    LegacyTransaction(LegacyVersionRequest request) {
      super(request, LegacyVersionResponse.class);
    }

    int version() {
      return version;
    }

    @Override
    public boolean isMatch(EzspFrameResponse response) {
      if (response.getSequenceNumber() != getRequest().getSequenceNumber()) {
        return false;
      }
      if (response instanceof LegacyVersionResponse legacy) {
        version = legacy.protocolVersion();
      } else if (response instanceof EzspVersionResponse extended) {
        version = extended.getProtocolVersion();
      }
      return version >= 0;
    }
  }
}
