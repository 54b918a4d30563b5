package org.waggle.simulator.activity;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.waggle.simulator.device.AttributeKey;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.AttributeValue;
import org.waggle.zcl.Direction;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ReportAttributes;
import org.waggle.zcl.ZclType;
import org.waggle.zcl.ZclValue;

/**
 * Xiaomi's summary of a sensor: a struct in a character string that it reports as attribute 0xFF01
 * of genBasic, with manufacturer code 0x115F.
 *
 * @param millivolts of its battery
 * @param powerOutages how often it lost its power
 * @param afterJoining when it first sends one
 * @param every how often it does afterwards
 */
public record XiaomiReport(
    int millivolts, int powerOutages, Duration afterJoining, Duration every) {

  private static final int MANUFACTURER_CODE = 0x115F;
  private static final int STRUCT = 0xFF01;
  private static final int BASIC = 0x0000;
  private static final int MODEL_IDENTIFIER = 0x0005;
  private static final int APPLICATION_VERSION = 0x0001;
  private static final int TEMPERATURE = 0x0402;
  private static final int PRESSURE = 0x0403;
  private static final int HUMIDITY = 0x0405;
  private static final List<Integer> MEASUREMENTS = List.of(TEMPERATURE, HUMIDITY, PRESSURE);

  /** Begins; the simulator's end is the reports' end. */
  public void start(VirtualEndpoint endpoint) {
    endpoint.device().onJoined(() -> joined(endpoint));
    endpoint
        .scheduler()
        .scheduleAtFixedRate(
            () -> report(endpoint), every.toNanos(), every.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** After its announcement such a device tells at once who it is, and soon what it measures. */
  private void joined(VirtualEndpoint endpoint) {
    long first = afterJoining.toMillis();
    endpoint.scheduler().schedule(() -> introduce(endpoint), first / 4, TimeUnit.MILLISECONDS);
    endpoint.scheduler().schedule(() -> report(endpoint), first, TimeUnit.MILLISECONDS);
    endpoint.scheduler().schedule(() -> measure(endpoint), first, TimeUnit.MILLISECONDS);
  }

  private static void introduce(VirtualEndpoint endpoint) {
    List<AttributeValue> values =
        List.of(MODEL_IDENTIFIER, APPLICATION_VERSION).stream()
            .flatMap(
                id ->
                    endpoint
                        .cluster(BASIC)
                        .flatMap(basic -> basic.get(AttributeKey.standard(id)))
                        .map(value -> new AttributeValue(id, value))
                        .stream())
            .toList();
    send(endpoint, BASIC, OptionalInt.empty(), new ReportAttributes(values));
  }

  private static void measure(VirtualEndpoint endpoint) {
    for (int cluster : MEASUREMENTS) {
      endpoint
          .cluster(cluster)
          .flatMap(attributes -> attributes.get(AttributeKey.standard(0)))
          .ifPresent(
              value ->
                  send(
                      endpoint,
                      cluster,
                      OptionalInt.empty(),
                      new ReportAttributes(List.of(new AttributeValue(0, value)))));
    }
  }

  /** Sends the summary now. */
  public void report(VirtualEndpoint endpoint) {
    ZclValue value = new ZclValue(ZclType.CHARACTER_STRING, struct(endpoint));
    send(
        endpoint,
        BASIC,
        OptionalInt.of(MANUFACTURER_CODE),
        new ReportAttributes(List.of(new AttributeValue(STRUCT, value))));
  }

  private static void send(
      VirtualEndpoint endpoint, int cluster, OptionalInt manufacturer, ReportAttributes report) {
    if (endpoint.device().onNetwork()) {
      endpoint.sendToCoordinator(
          cluster, endpoint.frame(manufacturer, Direction.SERVER_TO_CLIENT, true, report));
    }
  }

  /** Tag, type and value, one after the other. */
  Octets struct(VirtualEndpoint endpoint) {
    long temperature = measured(endpoint, TEMPERATURE);
    long humidity = measured(endpoint, HUMIDITY);
    long pascals = measured(endpoint, PRESSURE) * 100;
    return new WireWriter()
        .u8(0x01)
        .u8(ZclType.UINT16.id())
        .u16(millivolts)
        .u8(0x04)
        .u8(ZclType.UINT16.id())
        .u16(0x43A8)
        .u8(0x05)
        .u8(ZclType.UINT16.id())
        .u16(powerOutages + 1)
        .u8(0x06)
        .u8(ZclType.UINT40.id())
        .u32(2)
        .u8(0)
        .u8(0x64)
        .u8(ZclType.INT16.id())
        .u16((int) temperature)
        .u8(0x65)
        .u8(ZclType.UINT16.id())
        .u16((int) humidity)
        .u8(0x66)
        .u8(ZclType.INT32.id())
        .u32(pascals)
        .u8(0x0A)
        .u8(ZclType.UINT16.id())
        .u16(0)
        .toOctets();
  }

  private static long measured(VirtualEndpoint endpoint, int cluster) {
    return endpoint.cluster(cluster).map(attributes -> attributes.number(0, 0)).orElse(0L);
  }
}
