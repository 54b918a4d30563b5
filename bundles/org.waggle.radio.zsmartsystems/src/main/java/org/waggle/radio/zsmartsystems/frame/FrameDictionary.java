package org.waggle.radio.zsmartsystems.frame;

import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrame;
import com.zsmartsystems.zigbee.dongle.ember.ezsp.EzspFrameResponse;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.Set;

/**
 * Which class reads which EZSP frame.
 *
 * <p>The library keeps this in a private static map without a way to add to it, hence the
 * reflection: a class in the library's own package could not reach it either. What this radio uses
 * and the library reads rightly stays; what the library lacks is added; every other id gets {@link
 * UnusedFrame}. Thus every frame that the coordinator sends comes out of the library as an object,
 * which {@code ReceiveGate} relies on, and none is dropped for a layout that nobody asked for.
 */
public final class FrameDictionary {

  private static final int LAST_FRAME_ID = 0x01FF;

  private static final int LAST_VERSION = 0xFF;

  /** Read by the library: commands' responses, then callbacks. */
  private static final Set<Integer> LIBRARY_FRAMES =
      Set.of(
          0x00, 0x02, 0x10, 0x15, 0x17, 0x18, 0x1E, 0x20, 0x22, 0x26, 0x28, 0x34, 0x36, 0x38, 0x52,
          0x53, 0x55, 0x56, 0x58, 0x5A, 0x64, 0x68, 0x6B, 0x99, 0xAA, 0xAB, 0xB1, //
          0x19, 0x24, 0x3F, 0x45, 0x46);

  private static final Map<Integer, Class<? extends EzspFrameResponse>> OWN_FRAMES =
      Map.of(
          SendRawMessageRequest.FRAME_ID, SendRawMessageResponse.class,
          SetChannelRequest.FRAME_ID, SetChannelResponse.class,
          GreenPowerFrame.FRAME_ID, GreenPowerFrame.class,
          ImportTransientKeyRequest.FRAME_ID, ImportTransientKeyResponse.class,
          ExportKeyRequest.FRAME_ID, ExportKeyResponse.class);

  private FrameDictionary() {}

  /** Completes the library's dictionary. Must happen before the first dongle is made. */
  public static void complete() {
    Map<Integer, Class<?>> dictionary = libraryDictionary();
    for (int id = 0; id <= LAST_FRAME_ID; id++) {
      if (!LIBRARY_FRAMES.contains(id)) {
        dictionary.put(id, OWN_FRAMES.getOrDefault(id, UnusedFrame.class));
      }
    }
    for (int version = 0; version <= LAST_VERSION; version++) {
      dictionary.put(LegacyVersionResponse.FRAME_IDS + version, LegacyVersionResponse.class);
    }
  }

  @SuppressWarnings("unchecked") // the field's declared type
  private static Map<Integer, Class<?>> libraryDictionary() {
    try {
      Field field = EzspFrame.class.getDeclaredField("ezspHandlerMap");
      field.setAccessible(true);
      return (Map<Integer, Class<?>>) field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("The embedded ember dongle is not the version that it should be", e);
    }
  }
}
