package org.waggle.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuideTest {

  private static final String BULB =
      """
      {"ieee_address":"0xa4c1380000000001","type":"Router","friendly_name":"0xa4c1380000000001",
       "interview_completed":true,"definition":{"vendor":"Ajax Online","model":"ZB_A60_RGBCW",
       "description":"Smart Zigbee LED bulb","exposes":[{"type":"light",
       "features":[{"property":"state"},{"property":"color"}]}]}}""";

  private final FakeLink link = new FakeLink();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final Guide guide =
      new Guide(
          "zigbee2mqtt",
          1,
          link,
          new PrintStream(printed, true, StandardCharsets.UTF_8),
          () -> printed.writeBytes("the end".getBytes(StandardCharsets.UTF_8)));

  @BeforeEach
  void start() {
    guide.start();
    link.connect();
  }

  @Test
  void saysWhereToConnect() {
    assertThat(output()).contains("mqtt://127.0.0.1:18830", "mosquitto_sub -h 127.0.0.1 -p 18830");
  }

  @Test
  void opensJoiningOnceTheBridgeIsOnline() {
    link.deliver("zigbee2mqtt/bridge/state", "{\"state\":\"offline\"}");
    assertThat(link.published).isEmpty();

    link.deliver("zigbee2mqtt/bridge/state", "{\"state\":\"online\"}");

    assertThat(link.published).hasSize(1);
    assertThat(link.published.get(0).topic()).isEqualTo("zigbee2mqtt/bridge/request/permit_join");
    assertThat(link.published.get(0).text()).isEqualTo("{\"time\":254}");
  }

  @Test
  void tellsOfADeviceAsItJoins() {
    link.deliver(
        "zigbee2mqtt/bridge/event",
        "{\"type\":\"device_joined\",\"data\":{\"friendly_name\":\"0x1\",\"ieee_address\":\"0x1\"}}");

    assertThat(output()).contains("joins        0x1");
  }

  @Test
  void introducesADeviceOnceWithSomethingToTry() {
    link.deliver("zigbee2mqtt/bridge/devices", "[" + BULB + "]");
    link.deliver("zigbee2mqtt/bridge/devices", "[" + BULB + "]");

    assertThat(output())
        .containsOnlyOnce("Ajax Online ZB_A60_RGBCW: Smart Zigbee LED bulb")
        .containsOnlyOnce("'zigbee2mqtt/0xa4c1380000000001/set'")
        .contains("{\"state\":\"ON\",\"brightness\":100,\"color\":{\"hex\":\"#ff8800\"}}");
  }

  @Test
  void endsWithTheLastDevice() {
    assertThat(output()).doesNotContain("the end");

    link.deliver("zigbee2mqtt/bridge/devices", "[" + BULB + "]");

    assertThat(output()).endsWith("the end");
  }

  @Test
  void waitsForTheInterviewBeforeItIntroducesADevice() {
    link.deliver("zigbee2mqtt/bridge/devices", "[" + BULB.replace("true", "false") + "]");

    assertThat(output()).doesNotContain("ZB_A60_RGBCW");
  }

  @Test
  void goesOnAfterAMessageThatNoBridgeWouldSend() {
    link.deliver("zigbee2mqtt/bridge/devices", "nonsense");
    link.deliver("zigbee2mqtt/bridge/devices", "[" + BULB + "]");

    assertThat(output()).contains("ZB_A60_RGBCW");
  }

  @Test
  void closesItsSessionWhenItStops() {
    guide.stop();

    assertThat(link.isConnected()).isFalse();
  }

  @Test
  void stopsWhileAMessageIsBeingHeard() throws Exception {
    CountDownLatch hearing = new CountDownLatch(1);
    CountDownLatch stopping = new CountDownLatch(1);
    Guide slow =
        new Guide(
            "zigbee2mqtt",
            0,
            link,
            new PrintStream(printed, true, StandardCharsets.UTF_8) {
              @Override
              public void println(String line) {
                hearing.countDown();
                await(stopping);
              }
            },
            () -> {});
    slow.start();
    CompletableFuture<Void> heard =
        CompletableFuture.runAsync(
            () ->
                link.deliver(
                    "zigbee2mqtt/bridge/event",
                    "{\"type\":\"device_joined\",\"data\":{\"ieee_address\":\"0x1\"}}"));
    await(hearing);

    CompletableFuture<Void> stopped = CompletableFuture.runAsync(slow::stop);
    stopping.countDown();

    CompletableFuture.allOf(heard, stopped).get(5, TimeUnit.SECONDS);
    assertThat(link.isConnected()).isFalse();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
