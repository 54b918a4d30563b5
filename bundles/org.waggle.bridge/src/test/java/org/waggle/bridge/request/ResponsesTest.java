package org.waggle.bridge.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.waggle.bridge.Nodes.BULB;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.waggle.bridge.Bench;
import org.waggle.bridge.Nodes;
import org.waggle.mqtt.api.MqttMessage;
import org.waggle.mqtt.api.Qos;

final class ResponsesTest {

  private final Bench bench = new Bench();

  @BeforeEach
  void setUp() {
    bench.network.put(Nodes.router(BULB, "bulb", 1));
    bench
        .network
        .memory()
        .documents
        .put(
            "entities",
            "{\"devices\":{\"%s\":{\"friendly_name\":\"bulb\"}},\"groups\":{\"1\":{\"friendly_name\":\"g\"}}}"
                .formatted(BULB));
    bench.start().forget();
  }

  /** Requests, and what Zigbee2MQTT 2.14.1 answers them with. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "health_check | `` | {'data':{'healthy':true},'status':'ok'}",
        "health_check | {} | {'data':{'healthy':true},'status':'ok'}",
        "health_check | {'transaction':'a'} |"
            + " {'data':{'healthy':true},'status':'ok','transaction':'a'}",
        "health_check | {'transaction':0} |"
            + " {'data':{'healthy':true},'status':'ok','transaction':0}",
        "health_check | {'transaction':{'b':1,'a':null}} |"
            + " {'data':{'healthy':true},'status':'ok','transaction':{'a':null,'b':1}}",
        "health_check | [1] | {'data':{'healthy':true},'status':'ok'}",
        "device/remove | {'id':'nope','transaction':1} | {'data':{},'error':'Device ^nope^ does"
            + " not exist','status':'error','transaction':1}",
        "device/remove | nope | {'data':{},'error':'Device ^nope^ does not exist','status':'error'}",
        "device/remove | 5 | {'data':{},'error':'message.trim is not a"
            + " function','status':'error'}",
        "device/remove | {} | {'data':{},'error':'Cannot read properties of undefined (reading"
            + " ^toString^)','status':'error'}",
        "device/remove | g | {'data':{},'error':'Device ^g^ does not exist','status':'error'}",
        "group/remove | bulb | {'data':{},'error':'Group ^bulb^ does not exist','status':'error'}",
        "permit_join | {} | {'data':{},'error':'Invalid payload','status':'error'}",
        "permit_join | {'time':255} | {'data':{},'error':'Cannot permit join for more than 254"
            + " seconds.','status':'error'}",
        "permit_join | {'time':5,'device':'x'} | {'data':{},'error':'Device ^x^ does not"
            + " exist','status':'error'}",
        "permit_join | {'time':5,'device':'g'} | {'data':{},'error':'Device ^g^ does not"
            + " exist','status':'error'}",
        "permit_join | {'time':'60'} | {'data':{'time':60},'status':'ok'}",
        "permit_join | 60 | {'data':{'time':60},'status':'ok'}",
        "permit_join | 0 | {'data':{'time':0},'status':'ok'}",
        "permit_join | soon | {'data':{'time':null},'status':'ok'}",
        "permit_join | {'time':5,'device':'bulb'} |"
            + " {'data':{'device':'bulb','time':5},'status':'ok'}",
        "permit_join | {'time':5,'device':'coordinator'} |"
            + " {'data':{'device':'Coordinator','time':5},'status':'ok'}",
        "PERMIT_join | 60 | {'data':{'time':60},'status':'ok'}",
        "device/rename | {'from':'bulb'} | {'data':{},'error':'Invalid payload','status':'error'}",
        "device/rename | bulb | {'data':{},'error':'Invalid payload','status':'error'}",
        "device/rename | {'last':true,'to':'y'} | {'data':{},'error':'No device has joined since"
            + " start','status':'error'}",
        "device/rename | {'last':true} | {'data':{},'error':'Invalid payload','status':'error'}",
        "device/rename | {'from':'bulb','to':5} | {'data':{},'error':'to is not a string, got"
            + " number (5)','status':'error'}",
        "device/rename | {'from':'x','to':'y'} | {'data':{},'error':'Device ^x^ does not"
            + " exist','status':'error'}",
        "device/rename | {'from':'bulb','to':'a/1'} | {'data':{},'error':'Friendly name cannot end"
            + " with a \\\"/DIGIT\\\" (^a/1^)','status':'error'}",
        "device/rename | {'from':'bulb','to':'bulb'} | {'data':{},'error':'friendly_name ^bulb^ is"
            + " already in use','status':'error'}",
        "device/rename | {'from':'bulb','to':'g'} | {'data':{},'error':'friendly_name ^g^ is"
            + " already in use','status':'error'}",
        "device/rename | {'from':'bulb','to':'1'} | {'data':{},'error':'friendly_name ^1^ is"
            + " already in use','status':'error'}",
        "device/rename | {'from':'coordinator','to':'x'} | {'data':{},'error':'Device or group"
            + " ^coordinator^ does not exist','status':'error'}",
        "group/rename | {'from':'g','to':'h'} |"
            + " {'data':{'from':'g','homeassistant_rename':false,'to':'h'},'status':'ok'}",
        "device/options | {'id':'bulb'} | {'data':{},'error':'Invalid payload','status':'error'}",
        "device/options | {'id':'x','options':{}} | {'data':{},'error':'Device ^x^ does not"
            + " exist','status':'error'}",
        "device/interview | bulb | {'data':{},'error':'Invalid payload','status':'error'}",
        "device/configure | {} | {'data':{},'error':'Invalid payload','status':'error'}",
        "device/configure | bulb | {'data':{},'error':'Device ^bulb^ cannot be"
            + " configured','status':'error'}",
        "device/configure | x | {'data':{},'error':'Device ^x^ does not exist','status':'error'}",
        "group/add | {} | {'data':{},'error':'Invalid payload','status':'error'}",
        "group/add | g | {'data':{},'error':'friendly_name ^g^ is already in use','status':'error'}",
        "group/add | 5 | {'data':{},'error':'name.endsWith is not a function','status':'error'}",
        "group/add | {'friendly_name':'h','id':1} | {'data':{},'error':'Group ID ^1^ is already in"
            + " use','status':'error'}",
        "group/add | h | {'data':{'friendly_name':'h','id':2},'status':'ok'}",
        "group/add | {'friendly_name':'h','id':'17'} |"
            + " {'data':{'friendly_name':'h','id':17},'status':'ok'}",
        "group/remove | 5 | {'data':{},'error':'message.trim is not a function','status':'error'}",
        "group/remove | {'id':1} | {'data':{'force':false,'id':1},'status':'ok'}",
        "group/members/add | {'device':'bulb'} | {'data':{},'error':'Invalid"
            + " payload','status':'error'}",
        "group/members/add | {'group':'x','device':'y'} | {'data':{},'error':'Group ^x^ does not"
            + " exist','status':'error'}",
        "group/members/add | {'group':'g','device':'y'} | {'data':{},'error':'Device ^y^ does not"
            + " exist','status':'error'}",
        "group/members/add | {'group':'g','device':'bulb','endpoint':'left'} |"
            + " {'data':{},'error':'Device ^bulb^ does not have endpoint ^left^','status':'error'}",
        "group/members/add | {'group':'g','device':'bulb','transaction':7} |"
            + " {'data':{'device':'bulb','endpoint':'default','group':'g'},'status':'ok',"
            + "'transaction':7}",
        "group/members/remove | {'group':1,'device':'bulb','endpoint':1} |"
            + " {'data':{'device':'bulb','endpoint':1,'group':1},'status':'ok'}",
        "group/members/remove_all | {'device':'bulb'} |"
            + " {'data':{'device':'bulb','endpoint':'default'},'status':'ok'}",
      })
  void answersToTheLetter(String path, String payload, String response) {
    String answer = bench.request(path.strip(), json(payload)).orElse("nothing");

    assertThat(answer).isEqualTo(json(response));
  }

  /** Quotes and apostrophes as they are meant: quotes would be hard to read above. */
  private static String json(String text) {
    return text.strip().replace('\'', '"').replace('^', '\'');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"foo", "device", "device/remove/x", "Device/Configure", "group/members/ADD", ""})
  void doesNotAnswerWhatNobodyServes(String path) {
    bench.send("bridge/request/" + path, "{}");

    assertThat(bench.topics()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"health_check", "device/remove", "permit_join", "device/configure"})
  void doesNotAnswerNull(String path) {
    assertThat(bench.request(path, "null")).isEmpty();
    assertThat(bench.lines("error")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bulb", "", "0", "false", "\"\""})
  void doesNotAnswerMemberRequestsThatAreNotJsonOrAsGoodAsNothing(String payload) {
    assertThat(bench.request("group/members/add", payload)).isEmpty();
  }

  @Test
  void answersOnceWithoutRetaining() {
    bench.request("health_check", "");

    MqttMessage response = bench.last("bridge/response/health_check");
    assertThat(response.retain()).isFalse();
    assertThat(response.qos()).isEqualTo(Qos.AT_MOST_ONCE);
    assertThat(bench.payloads("bridge/response/health_check")).hasSize(1);
  }

  @Test
  void tellsFailuresInTheLog() {
    bench.request("device/remove", "nope");

    assertThat(bench.lines("error"))
        .containsExactly(
            "z2m: Request 'zigbee2mqtt/bridge/request/device/remove' failed with error:"
                + " 'Device 'nope' does not exist'");
  }

  @Test
  void tellsFailuresOfConfiguringInTheAnswerOnly() {
    bench.request("device/configure", "nope");

    assertThat(bench.lines("error")).isEmpty();
  }

  @Test
  void servesRequestsOfExtensions() {
    var subscription =
        bench
            .bridge()
            .serve(
                "own/Thing", payload -> CompletableFuture.completedFuture(Map.of("got", payload)));

    assertThat(bench.request("own/thing", "x"))
        .contains("{\"data\":{\"got\":\"x\"},\"status\":\"ok\"}");
    subscription.close();
    bench.forget();
    assertThat(bench.request("own/thing", "x")).isEmpty();
  }

  @Test
  void doesNotRepeatALongResponseInTheLog() {
    bench
        .bridge()
        .serve(
            "much",
            payload -> CompletableFuture.completedFuture(Map.of("value", "x".repeat(70_000))));

    assertThat(bench.request("much", "{}")).isPresent();
    assertThat(bench.lines("info")).noneMatch(line -> line.contains("bridge/response/much"));
  }
}
