package org.waggle.zcl.zdo;

import java.util.OptionalInt;
import org.waggle.zcl.ZclReader;
import org.waggle.zcl.ZclWriter;

/**
 * Mgmt_NWK_Update_req, 0x0038: scan energy, change the channel or the network manager.
 *
 * @param channels bit n for channel n, page 0
 * @param duration 0..5: the scan's, as exponent; 0xFE: change channel; 0xFF: change the manager
 * @param scanCount present exactly for a scan
 * @param updateId 0..0xFF, present exactly for the changes
 * @param managerAddress present exactly to change the manager
 */
public record MgmtNwkUpdateRequest(
    long channels,
    int duration,
    OptionalInt scanCount,
    OptionalInt updateId,
    OptionalInt managerAddress)
    implements ZdoCommand {

  static final int CLUSTER_ID = 0x0038;

  private static final int LONGEST_SCAN = 5;
  private static final int CHANGE_CHANNEL = 0xFE;
  private static final int CHANGE_MANAGER = 0xFF;

  /**
   * @throws IllegalArgumentException if a field is present that the duration excludes, or the
   *     reverse
   */
  public MgmtNwkUpdateRequest {
    if (scanCount.isPresent() != (duration <= LONGEST_SCAN)
        || updateId.isPresent() != (duration >= CHANGE_CHANNEL)
        || managerAddress.isPresent() != (duration == CHANGE_MANAGER)) {
      throw new IllegalArgumentException("fields do not fit duration " + duration);
    }
  }

  static MgmtNwkUpdateRequest read(ZclReader reader) {
    long channels = reader.uint32();
    int duration = reader.uint8();
    OptionalInt none = OptionalInt.empty();
    return new MgmtNwkUpdateRequest(
        channels,
        duration,
        duration <= LONGEST_SCAN ? OptionalInt.of(reader.uint8()) : none,
        duration >= CHANGE_CHANNEL ? OptionalInt.of(reader.uint8()) : none,
        duration == CHANGE_MANAGER ? OptionalInt.of(reader.uint16()) : none);
  }

  /** Scans the energy on {@code channels} {@code count} times. */
  public static MgmtNwkUpdateRequest scan(long channels, int duration, int count) {
    return new MgmtNwkUpdateRequest(
        channels, duration, OptionalInt.of(count), OptionalInt.empty(), OptionalInt.empty());
  }

  /** Moves the network to {@code channel}, 11..26. */
  public static MgmtNwkUpdateRequest changeChannel(int channel, int updateId) {
    return new MgmtNwkUpdateRequest(
        1L << channel,
        CHANGE_CHANNEL,
        OptionalInt.empty(),
        OptionalInt.of(updateId),
        OptionalInt.empty());
  }

  /** Names another network manager, and the channels it may use. */
  public static MgmtNwkUpdateRequest changeManager(
      long channels, int updateId, int managerAddress) {
    return new MgmtNwkUpdateRequest(
        channels,
        CHANGE_MANAGER,
        OptionalInt.empty(),
        OptionalInt.of(updateId),
        OptionalInt.of(managerAddress));
  }

  @Override
  public int clusterId() {
    return CLUSTER_ID;
  }

  @Override
  public void write(ZclWriter writer) {
    writer.uint32(channels).uint8(duration);
    scanCount.ifPresent(writer::uint8);
    updateId.ifPresent(writer::uint8);
    managerAddress.ifPresent(writer::uint16);
  }
}
