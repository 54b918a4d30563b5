package org.waggle.zcl.zdo;

import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * How a node is powered now (Zigbee specification 2.3.2.4).
 *
 * @param mode 0: as the receiver-on-when-idle flag says, 1: periodically on, 2: on when stimulated
 * @param availableSources {@link #MAINS}, {@link #RECHARGEABLE_BATTERY}, {@link
 *     #DISPOSABLE_BATTERY}
 * @param currentSource one of the sources
 * @param level 0: critical, 4: 33 %, 8: 66 %, 12: 100 %
 */
public record PowerDescriptor(int mode, int availableSources, int currentSource, int level) {

  public static final int MAINS = 1;
  public static final int RECHARGEABLE_BATTERY = 2;
  public static final int DISPOSABLE_BATTERY = 4;

  static PowerDescriptor read(ZclReader reader) {
    int modeAndSources = reader.uint8();
    int sourceAndLevel = reader.uint8();
    return new PowerDescriptor(
        modeAndSources & 0x0F, modeAndSources >> 4, sourceAndLevel & 0x0F, sourceAndLevel >> 4);
  }

  void write(ZclWriter writer) {
    writer.uint8(mode | availableSources << 4).uint8(currentSource | level << 4);
  }
}
