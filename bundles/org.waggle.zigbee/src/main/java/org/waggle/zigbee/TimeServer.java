package org.waggle.zigbee;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;

/** The coordinator's Time cluster (ZCL 3.12): the machine's clock and its zone. */
final class TimeServer {

  static final int CLUSTER = 0x000A;

  private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
  private static final long NEVER = 0xFFFFFFFFL;

  /** Master, not synchronized from elsewhere, master for the time zone, superseding. */
  private static final int STATUS = 0x0D;

  private final InstantSource clock;
  private final ZoneRules zone;

  TimeServer(InstantSource clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone.getRules();
  }

  /** The daylight saving time that is, or else comes next. */
  private record Summer(long start, long end, int shift) {

    static final Summer NONE = new Summer(NEVER, NEVER, 0);
  }

  /** An attribute's value now; empty if the cluster has no such attribute. */
  Optional<ZclValue> attribute(int id) {
    Instant now = clock.instant();
    long utc = seconds(now);
    int standardOffset = zone.getStandardOffset(now).getTotalSeconds();
    int offset = zone.getOffset(now).getTotalSeconds();
    return switch (id) {
      case 0x0000, 0x0008 -> Optional.of(ZclValue.utcTime(utc));
      case 0x0001 -> Optional.of(ZclValue.bitmap8(STATUS));
      case 0x0002 -> Optional.of(ZclValue.int32(standardOffset));
      case 0x0003 -> Optional.of(ZclValue.uint32(summer(now).start));
      case 0x0004 -> Optional.of(ZclValue.uint32(summer(now).end));
      case 0x0005 -> Optional.of(ZclValue.int32(summer(now).shift));
      case 0x0006 -> Optional.of(ZclValue.uint32(utc + standardOffset));
      case 0x0007 -> Optional.of(ZclValue.uint32(utc + offset));
      case 0x0009 ->
          Optional.of(ZclValue.of(ZclType.UTC_TIME, utc + Duration.ofDays(1).toSeconds()));
      default -> Optional.empty();
    };
  }

  private Summer summer(Instant now) {
    ZoneOffsetTransition start =
        zone.isDaylightSavings(now) ? zone.previousTransition(next(now)) : zone.nextTransition(now);
    if (start == null || !zone.isDaylightSavings(start.getInstant())) {
      return Summer.NONE;
    }
    ZoneOffsetTransition end = zone.nextTransition(start.getInstant());
    return end == null
        ? Summer.NONE
        : new Summer(
            seconds(start.getInstant()),
            seconds(end.getInstant()) - 1,
            (int) zone.getDaylightSavings(start.getInstant()).toSeconds());
  }

  private static Instant next(Instant now) {
    return now.plusSeconds(1);
  }

  private static long seconds(Instant instant) {
    return Duration.between(EPOCH, instant).toSeconds();
  }
}
