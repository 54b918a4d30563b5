package org.waggle.radio.zsmartsystems;

import com.zsmartsystems.zigbee.dongle.ember.internal.EzspProtocolHandler;
import com.zsmartsystems.zigbee.dongle.ember.internal.ash.AshFrameHandler;
import java.lang.reflect.Field;

/**
 * Shortens a wait of the library.
 *
 * <p>After a coordinator reported its reset, the library ignores it for 1.25 s. No other host does:
 * a coordinator is ready when it says so. The time is a private field without a setter, hence the
 * reflection.
 */
final class LibraryTiming {

  private LibraryTiming() {}

  /** Makes the library talk to the coordinator as soon as that reported its reset. */
  static void skipHoldOff(EzspProtocolHandler handler) {
    try {
      Field field = AshFrameHandler.class.getDeclaredField("connectTimeout");
      field.setAccessible(true);
      field.setInt(handler, 0);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("The embedded ember dongle is not the version that it should be", e);
    }
  }
}
