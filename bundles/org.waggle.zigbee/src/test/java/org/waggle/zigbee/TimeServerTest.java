package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.waggle.zcl.ZclValue;

class TimeServerTest {

  private static TimeServer at(String time, String zone) {
    return new TimeServer(() -> Instant.parse(time), ZoneId.of(zone));
  }

  private static long zigbee(String time) {
    return Duration.between(Instant.parse("2000-01-01T00:00:00Z"), Instant.parse(time)).toSeconds();
  }

  @Test
  void countsSecondsSince2000() {
    assertThat(at("2000-01-01T00:01:00Z", "UTC").attribute(0)).contains(ZclValue.utcTime(60));
  }

  @Test
  void tellsTheSummerTimeThatIs() {
    TimeServer berlin = at("2026-07-01T10:00:00Z", "Europe/Berlin");

    assertThat(berlin.attribute(2)).contains(ZclValue.int32(3600));
    assertThat(berlin.attribute(3)).contains(ZclValue.uint32(zigbee("2026-03-29T01:00:00Z")));
    assertThat(berlin.attribute(4)).contains(ZclValue.uint32(zigbee("2026-10-25T00:59:59Z")));
    assertThat(berlin.attribute(5)).contains(ZclValue.int32(3600));
    assertThat(berlin.attribute(6)).contains(ZclValue.uint32(zigbee("2026-07-01T11:00:00Z")));
    assertThat(berlin.attribute(7)).contains(ZclValue.uint32(zigbee("2026-07-01T12:00:00Z")));
  }

  @Test
  void tellsTheSummerTimeThatComesNext() {
    TimeServer sydney = at("2026-07-01T10:00:00Z", "Australia/Sydney");

    assertThat(sydney.attribute(2)).contains(ZclValue.int32(36000));
    assertThat(sydney.attribute(3)).contains(ZclValue.uint32(zigbee("2026-10-03T16:00:00Z")));
    assertThat(sydney.attribute(4)).contains(ZclValue.uint32(zigbee("2027-04-03T15:59:59Z")));
    assertThat(sydney.attribute(7)).isEqualTo(sydney.attribute(6));
  }

  @Test
  void tellsThatThereIsNoSummerTime() {
    TimeServer tokyo = at("2026-07-01T10:00:00Z", "Asia/Tokyo");

    assertThat(tokyo.attribute(3)).contains(ZclValue.uint32(0xFFFFFFFFL));
    assertThat(tokyo.attribute(4)).contains(ZclValue.uint32(0xFFFFFFFFL));
    assertThat(tokyo.attribute(5)).contains(ZclValue.int32(0));
    assertThat(tokyo.attribute(7)).contains(ZclValue.uint32(zigbee("2026-07-01T19:00:00Z")));
  }

  @Test
  void isValidForADay() {
    assertThat(at("2026-07-01T10:00:00Z", "UTC").attribute(9))
        .contains(ZclValue.utcTime(zigbee("2026-07-02T10:00:00Z")));
  }

  @Test
  void hasNoOtherAttributes() {
    assertThat(at("2026-07-01T10:00:00Z", "UTC").attribute(10)).isEmpty();
  }
}
