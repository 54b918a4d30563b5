package org.waggle.simulator.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.simulator.Bench;

/** On/off, level and colour. */
class LampTest {

  private static final int ON_OFF = 0x0006;
  private static final int LEVEL = 0x0008;
  private static final int COLOR = 0x0300;

  private Bench bench;
  private int lamp;

  @BeforeEach
  void join() throws Exception {
    bench = Bench.open();
    lamp =
        bench.join(
            Bench.router(
                "{'genOnOff':{'0x4000':{'type':'BOOLEAN','value':true},"
                    + "'0x4001':{'type':'UINT16','value':0},'0x4002':{'type':'UINT16','value':0}},"
                    + "'genLevelCtrl':{'currentLevel':100,'0x000f':{'type':'BITMAP8','value':0},"
                    + "'0x0011':{'type':'UINT8','value':255}},'lightingColorCtrl':{"
                    + "'currentHue':0,'currentSaturation':0,'currentX':1,'currentY':2,"
                    + "'colorTemperature':250,'colorMode':1,'enhancedColorMode':1,"
                    + "'enhancedCurrentHue':0,'0x400b':{'type':'UINT16','value':153},"
                    + "'0x400c':{'type':'UINT16','value':500}}}"));
  }

  @AfterEach
  void stop() throws Exception {
    bench.close();
  }

  private void send(int cluster, String frame) throws Exception {
    String response = bench.host.zcl(lamp, cluster, frame);
    assertThat(response).startsWith("18").contains("0b").endsWith("00");
  }

  private int onOff() throws Exception {
    return Integer.parseInt(bench.attribute("genOnOff", "onOff"));
  }

  private int level() throws Exception {
    return Integer.parseInt(bench.attribute("genLevelCtrl", "currentLevel"));
  }

  private int color(String attribute) throws Exception {
    return Integer.parseInt(bench.attribute("lightingColorCtrl", attribute));
  }

  /** Looks again until it is so, since changes take their time. */
  private void awaitLevel(int expected) throws Exception {
    bench.control("{'op':'clear_frames','device':'it'}");
    long deadline = System.nanoTime() + 5_000_000_000L;
    while (level() != expected && System.nanoTime() < deadline) {
      bench.host.zcl(lamp, LEVEL, "00 77 00 0000");
    }
    assertThat(level()).isEqualTo(expected);
  }

  @Test
  void turnsOnAndOffAndToggles() throws Exception {
    send(ON_OFF, "01 01 01");
    assertThat(onOff()).isEqualTo(1);
    send(ON_OFF, "01 02 00");
    assertThat(onOff()).isZero();
    send(ON_OFF, "01 03 02");
    assertThat(onOff()).isEqualTo(1);
    send(ON_OFF, "01 04 40 00 00");
    assertThat(onOff()).isZero();
  }

  @Test
  void turnsOffAgainAfterATime() throws Exception {
    send(ON_OFF, "01 01 42 00 0100 0000");
    assertThat(onOff()).isEqualTo(1);

    long deadline = System.nanoTime() + 5_000_000_000L;
    while (onOff() != 0 && System.nanoTime() < deadline) {
      bench.host.zcl(lamp, ON_OFF, "00 77 00 0000");
    }

    assertThat(onOff()).isZero();
  }

  @Test
  void movesToALevelAndTurnsOn() throws Exception {
    send(LEVEL, "01 01 04 c8 0000");

    assertThat(level()).isEqualTo(200);
    assertThat(onOff()).isEqualTo(1);
  }

  @Test
  void keepsItsLevelWhenItIsDimmedUntilItIsOff() throws Exception {
    send(ON_OFF, "01 01 01");

    send(LEVEL, "01 02 04 00 0000");

    assertThat(onOff()).isZero();
    assertThat(level()).isEqualTo(100);
  }

  @Test
  void ignoresALevelWhileItIsOffUnlessToldOtherwise() throws Exception {
    send(LEVEL, "01 01 00 c8 0000");
    assertThat(level()).isEqualTo(100);

    send(LEVEL, "01 02 00 c8 0000 01 01");
    assertThat(level()).isEqualTo(200);
  }

  @Test
  void dimsGradually() throws Exception {
    send(ON_OFF, "01 01 01");
    send(LEVEL, "01 02 00 0a 0300");

    assertThat(level()).isGreaterThan(10);
    awaitLevel(10);
  }

  @Test
  void stepsAndMovesAndStops() throws Exception {
    send(ON_OFF, "01 01 01");
    send(LEVEL, "01 02 02 00 0a 0000");
    assertThat(level()).isEqualTo(110);
    send(LEVEL, "01 03 02 01 14 0000");
    assertThat(level()).isEqualTo(90);

    send(LEVEL, "01 04 01 00 ff");
    send(LEVEL, "01 05 03");

    assertThat(level()).isLessThan(254);
    send(LEVEL, "01 06 01 01 c8");
    awaitLevel(1);
  }

  @Test
  void takesOnAColour() throws Exception {
    send(ON_OFF, "01 01 01");
    send(COLOR, "01 02 07 3412 7856 0000");

    assertThat(color("currentX")).isEqualTo(0x1234);
    assertThat(color("currentY")).isEqualTo(0x5678);
    assertThat(color("colorMode")).isEqualTo(1);
  }

  @Test
  void takesOnAColourTemperatureWithinItsLimits() throws Exception {
    send(ON_OFF, "01 01 01");
    send(COLOR, "01 02 0a e803 0000");

    assertThat(color("colorTemperature")).isEqualTo(500);
    assertThat(color("colorMode")).isEqualTo(2);
    assertThat(color("enhancedColorMode")).isEqualTo(2);

    send(COLOR, "01 03 4c 03 6400 0000 0000 0000");
    assertThat(color("colorTemperature")).isEqualTo(400);
  }

  @Test
  void takesOnHueAndSaturation() throws Exception {
    send(ON_OFF, "01 01 01");
    send(COLOR, "01 02 06 80 64 0000");

    assertThat(color("currentHue")).isEqualTo(0x80);
    assertThat(color("enhancedCurrentHue")).isEqualTo(0x8000);
    assertThat(color("currentSaturation")).isEqualTo(100);
    assertThat(color("colorMode")).isZero();
    assertThat(color("enhancedColorMode")).isEqualTo(3);

    send(COLOR, "01 03 02 01 10 00");
    assertThat(color("currentHue")).isEqualTo(0x90);
    send(COLOR, "01 04 05 03 0a 00");
    assertThat(color("currentSaturation")).isEqualTo(90);
    send(COLOR, "01 05 43 0040 c8 0000");
    assertThat(color("enhancedCurrentHue")).isEqualTo(0x4000);
    assertThat(color("currentSaturation")).isEqualTo(200);
  }

  @Test
  void keepsItsColourWhileItIsOff() throws Exception {
    send(COLOR, "01 02 07 3412 7856 0000");

    assertThat(color("currentX")).isEqualTo(1);

    send(COLOR, "01 03 07 3412 7856 0000 01 01");
    assertThat(color("currentX")).isEqualTo(0x1234);
  }

  @Test
  void refusesWhatItDoesNotKnow() throws Exception {
    assertThat(bench.host.zcl(lamp, COLOR, "01 01 70")).isEqualTo("18010b7081");
  }
}
