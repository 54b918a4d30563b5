package org.waggle.device.api.sensing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.waggle.device.api.SetResult;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.Cluster;
import org.waggle.device.api.trait.CompositeTrait;
import org.waggle.device.api.trait.KeyEncoder;
import org.waggle.device.api.trait.Trait;

/** Lets a device show which one it is (ZCL 3.5). */
public final class Identify {

  private static final Cluster CLUSTER = Cluster.of("genIdentify");
  private static final String TIMEOUT = "identify_timeout";
  private static final int SECONDS = 3;

  private Identify() {}

  public static Trait identify() {
    return CompositeTrait.exposing(
            Expose.choice("identify", Access.SET, List.of("identify"))
                .withDescription("Initiate device identification")
                .withCategory("config"))
        .encodedBy(
            KeyEncoder.setOnly(
                    Set.of("identify"),
                    request -> {
                      Object seconds = request.options().get(TIMEOUT);
                      return CLUSTER
                          .command(
                              request.target(),
                              "identify",
                              Map.of("identifytime", seconds == null ? SECONDS : seconds))
                          .thenApply(answer -> SetResult.NONE);
                    })
                .withOptions(
                    Expose.numeric(TIMEOUT, Access.SET)
                        .withDescription(
                            "Sets the duration of the identification procedure in seconds (i.e., how"
                                + " long the device would flash).The value ranges from 1 to 30"
                                + " seconds (default: 3).")
                        .withRange(1, 30)));
  }
}
