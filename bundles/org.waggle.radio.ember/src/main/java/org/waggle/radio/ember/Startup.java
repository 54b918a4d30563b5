package org.waggle.radio.ember;

import java.util.concurrent.CompletableFuture;
import org.waggle.radio.api.CoordinatorInfo;
import org.waggle.radio.ember.ezsp.ConfigurationFrames.GetConfigurationValue;
import org.waggle.radio.ember.ezsp.ConfigurationFrames.GetValue;
import org.waggle.radio.ember.ezsp.EzspConfigId;
import org.waggle.radio.ember.ezsp.EzspValueId;
import org.waggle.radio.ember.ezsp.UtilityFrames.GetEui64;

/** Makes a coordinator that was just reset ready for a network. */
final class Startup {

  private final Ncp ncp;
  private final StackConfiguration configuration;
  private final Endpoints endpoints;
  private final ManufacturerCode manufacturerCode;
  private final MulticastTable multicastTable;
  private final SourceRoutes routes;
  private final Outbox outbox;

  Startup(
      Ncp ncp,
      ManufacturerCode manufacturerCode,
      MulticastTable multicastTable,
      SourceRoutes routes,
      Outbox outbox) {
    this.ncp = ncp;
    this.routes = routes;
    this.manufacturerCode = manufacturerCode;
    this.multicastTable = multicastTable;
    this.outbox = outbox;
    configuration = new StackConfiguration(ncp);
    endpoints = new Endpoints(ncp);
  }

  CompletableFuture<CoordinatorInfo> run() {
    return ncp.call(new GetValue(EzspValueId.VERSION_INFO))
        .thenApply(info -> Firmware.of(ncp.version(), info))
        .thenCompose(firmware -> prepare().thenCompose(done -> info(firmware)));
  }

  private CompletableFuture<Void> prepare() {
    return configuration
        .apply()
        .thenCompose(
            done -> {
              manufacturerCode.begin();
              return endpoints.add();
            })
        .thenCompose(done -> multicastTable.fill())
        .thenCompose(done -> routes.begin())
        .thenCompose(
            done -> ncp.call(new GetConfigurationValue(EzspConfigId.APS_UNICAST_MESSAGE_COUNT)))
        .thenAccept(
            answer -> {
              if (answer.status().isOk() && answer.value() > 0) {
                outbox.room(answer.value());
              }
            });
  }

  private CompletableFuture<CoordinatorInfo> info(Firmware firmware) {
    return ncp.call(new GetEui64())
        .thenApply(self -> new CoordinatorInfo(self, Firmware.FAMILY, firmware.meta()));
  }
}
