package org.waggle.simulator.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.waggle.simulator.Bench;
import org.waggle.simulator.EzspHost;
import org.waggle.simulator.TestJson;

class ControlPortTest {

  private static final int TEMPERATURE = 0x0402;

  private Bench bench;
  private int device;
  private Client client;

  private static final class Client implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;

    Client(int port) throws IOException {
      socket = new Socket("127.0.0.1", port);
      socket.setSoTimeout(10_000);
      in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    void send(String line) throws IOException {
      socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    JsonObject next() throws IOException {
      return JsonParser.parseString(in.readLine()).getAsJsonObject();
    }

    JsonObject ask(String json) throws IOException {
      send(TestJson.of(json).toString());
      return next();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @BeforeEach
  void join() throws Exception {
    bench = Bench.open();
    device =
        bench.join(
            Bench.router(
                "{'genBasic':{'zclVersion':3},'genOnOff':{},"
                    + "'msTemperatureMeasurement':{'measuredValue':2000}}"));
    client = new Client(bench.simulator.controlPort());
  }

  @AfterEach
  void stop() throws Exception {
    client.close();
    bench.close();
  }

  @Test
  void repeatsTheIdOfARequest() throws Exception {
    assertThat(client.ask("{'op':'line','id':7}"))
        .isEqualTo(TestJson.of("{'ok':true,'id':7,'waiting':0}"));
    assertThat(client.ask("{'op':'fly','id':8}").get("error").getAsString())
        .startsWith("no operation fly; there are [add,");
  }

  @Test
  void saysWhatIsWrongWithARequest() throws Exception {
    client.send("nonsense");
    assertThat(client.next()).isEqualTo(TestJson.of("{'ok':false,'error':'not a JSON object'}"));
    assertThat(client.ask("{'op':'join'}").get("error").getAsString())
        .isEqualTo("\"device\" is missing");
    assertThat(client.ask("{'op':'leave','device':'nobody'}").get("error").getAsString())
        .isEqualTo("no device nobody");
    assertThat(client.ask("{'op':'press','device':'it','button':'x'}").get("error").getAsString())
        .startsWith("no button x; there are");
    assertThat(
            client
                .ask("{'op':'get','device':'it','cluster':'genOnOff','attributes':['x']}")
                .get("error")
                .getAsString())
        .isEqualTo("no attribute x in cluster 0x0006");
  }

  @Test
  void reportsAnyValueWithAnyQuality() throws Exception {
    JsonObject reply =
        client.ask(
            "{'op':'report','device':'it','cluster':'msTemperatureMeasurement','lqi':33,"
                + "'manufacturerCode':'0x115f','attributes':{'measuredValue':513}}");

    EzspHost.Message report = bench.host.awaitMessage(TEMPERATURE);
    assertThat(report.payload().toString()).matches("1c5f11..0a0000290102");
    assertThat(report.lqi()).isEqualTo(33);
    assertThat(reply.get("delivered").getAsBoolean()).isTrue();
    assertThat(reply.get("sentAt").getAsLong()).isPositive();
  }

  @Test
  void reportsWhatTheAttributesHold() throws Exception {
    client.ask(
        "{'op':'report','device':'it','cluster':'msTemperatureMeasurement','attributes':"
            + "['measuredValue']}");

    EzspHost.Message report = bench.host.awaitMessage(TEMPERATURE);
    assertThat(report.payload().toString()).matches("18..0a000029d007");
    assertThat(report.lqi()).isEqualTo(180);
  }

  @Test
  void sendsAnyFrameAnywhere() throws Exception {
    client.ask("{'op':'send','device':'it','cluster':'0xef00','payload':'090102 0011'}");
    assertThat(bench.host.awaitMessage(0xEF00).payload().toString()).isEqualTo("0901020011");

    client.ask("{'op':'send','device':'it','cluster':6,'payload':'010102','group':901}");
    EzspHost.Message group = bench.host.awaitMessage(6);
    assertThat(group.type()).isEqualTo(2);
    assertThat(group.group()).isEqualTo(901);

    client.ask("{'op':'send','device':'it','cluster':6,'payload':'010102','broadcast':65535}");
    assertThat(bench.host.awaitMessage(6).type()).isEqualTo(4);
  }

  @Test
  void listsWhatADeviceReceived() throws Exception {
    client.ask("{'op':'clear_frames','device':'*'}");
    bench.host.zcl(device, 0, "04 5f11 21 00 0000");

    JsonArray frames = client.ask("{'op':'frames','device':'it'}").getAsJsonArray("frames");

    assertThat(frames).hasSize(1);
    JsonObject frame = frames.get(0).getAsJsonObject();
    assertThat(frame.remove("at").getAsLong()).isPositive();
    assertThat(frame)
        .isEqualTo(
            TestJson.of(
                "{'source':0,'cast':'unicast','destination':4660,'profile':260,'cluster':0,"
                    + "'sourceEndpoint':1,'endpoint':1,'frameType':'global','manufacturerCode':"
                    + "4447,'direction':'client_to_server','disableDefaultResponse':false,"
                    + "'tsn':33,'command':0,'payload':'0000','frame':'045f1121000000'}"));
  }

  @Test
  void awaitsAFrame() throws Exception {
    client.send(
        TestJson.of("{'op':'await_frame','device':'it','cluster':'genOnOff','command':1}")
            .toString());
    bench.host.zcl(device, 6, "01 05 00");
    bench.host.zcl(device, 6, "01 06 01");

    assertThat(client.next().getAsJsonObject("frame").get("tsn").getAsInt()).isEqualTo(6);
    assertThat(
            client
                .ask("{'op':'await_frame','device':'it','command':64,'timeout':0.05}")
                .get("error")
                .getAsString())
        .isEqualTo("no such frame within 50 ms");
  }

  @Test
  void tellsThoseWhoWatch() throws Exception {
    assertThat(client.ask("{'op':'watch'}")).isEqualTo(TestJson.of("{'ok':true}"));

    bench.host.zcl(device, 6, "01 06 01");
    JsonObject event = client.next();

    assertThat(event.get("event").getAsString()).isEqualTo("frame");
    assertThat(event.get("device").getAsString()).isEqualTo("0x0011223344556677");
    assertThat(event.getAsJsonObject("frame").get("payload").getAsString()).isEmpty();
  }

  @Test
  void describesTheNetwork() throws Exception {
    JsonObject network = client.ask("{'op':'network'}");

    assertThat(network)
        .isEqualTo(
            TestJson.of(
                "{'ok':true,'up':true,'open':true,'channel':11,'panId':6754,'extendedPanId':"
                    + "'dddddddddddddddd','networkKey':'000102030405060708090a0b0c0d0e0f',"
                    + "'frameCounter':0,'power':5,'ieee':'0x842e14fffe000001',"
                    + "'ezspVersion':13,'permitting':['0x842e14fffe000001']}"));
  }

  @Test
  void letsTheCoordinatorSayAnything() throws Exception {
    client.ask("{'op':'stack_status','status':'0x91'}");
    bench.host.awaitStatus(0x91);

    client.ask("{'op':'callback','frame':'0xc5','parameters':'0102'}");
    assertThat(bench.host.awaitCallback(0xC5).fields().toString()).isEqualTo("0102");
  }

  @Test
  void leavesAndComesBackOnRequest() throws Exception {
    client.ask("{'op':'leave','device':'it'}");
    assertThat(bench.host.unicast(device, 0x0104, 0, 1, "00 11 00 0000")).isEqualTo(0x66);

    JsonObject joined = client.ask("{'op':'join','device':['it']}").getAsJsonObject("joined");
    assertThat(joined.get("0x0011223344556677").getAsInt()).isEqualTo(device);
  }

  @Test
  void neverDiesOfGarbage() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 20; round++) {
      try (Client other = new Client(bench.simulator.controlPort())) {
        byte[] garbage = new byte[random.nextInt(5000)];
        random.nextBytes(garbage);
        other.socket.getOutputStream().write(garbage);
        other.send("{\"op\":" + "[".repeat(round * 1000));
        other.send("{\"op\":[]}");
        other.send("{\"op\":\"set\",\"device\":{},\"attributes\":7}");
        other.send("{\"op\":\"add\",\"device\":{\"ieee\":7}}");
        other.send("{\"op\":\"flood\",\"device\":[],\"count\":-1}");
        other.send("{\"op\":\"send\",\"device\":\"it\",\"cluster\":1,\"payload\":\"xyz\"}");
        other.send("null");
      }
    }

    assertThat(client.ask("{'op':'line'}").get("ok").getAsBoolean()).isTrue();
  }

  @Test
  void quits() throws Exception {
    client.ask("{'op':'quit'}");

    bench.simulator.whenQuit().toCompletableFuture().get(5, TimeUnit.SECONDS);
  }
}
