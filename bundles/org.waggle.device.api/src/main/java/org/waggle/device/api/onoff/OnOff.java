package org.waggle.device.api.onoff;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.device.api.trait.CompositeTrait;
import org.waggle.device.api.trait.Reporting;
import org.waggle.device.api.trait.Scope;
import org.waggle.device.api.trait.Setup;
import org.waggle.device.api.trait.Step;
import org.waggle.device.api.trait.Trait;
import org.waggle.device.api.trait.TraitSource;

/**
 * A switch: {@code state}, and {@code power_on_behavior}.
 *
 * @param description of the state, for users
 */
public record OnOff(String description, boolean powerOnBehavior, boolean reported, Scope scope)
    implements TraitSource {

  private static final Reporting REPORTING = Reporting.of(0, Reporting.LONGEST, 1);
  private static final int MAINS = 1;

  /** A switch that reports its state and can be told what to do when power returns. */
  public static OnOff onOff() {
    return new OnOff("On/off state of the switch", true, true, Scope.ALL);
  }

  public OnOff describedAs(String description) {
    return new OnOff(description, powerOnBehavior, reported, scope);
  }

  public OnOff withoutPowerOnBehavior() {
    return new OnOff(description, false, reported, scope);
  }

  public OnOff unreported() {
    return new OnOff(description, powerOnBehavior, false, scope);
  }

  public OnOff at(Scope scope) {
    return new OnOff(description, powerOnBehavior, reported, scope);
  }

  @Override
  public Trait trait() {
    List<Expose> exposes = new ArrayList<>();
    exposes.add(
        Expose.onOff()
            .withFeature(
                Expose.binary("state", Access.ALL, "ON", "OFF")
                    .withDescription(description)
                    .with("value_toggle", "TOGGLE")));
    if (powerOnBehavior) {
      exposes.add(PowerOnBehavior.expose());
    }
    CompositeTrait trait =
        CompositeTrait.exposing(scope, exposes)
            .decodedBy(OnOffKeys.decoder())
            .encodedBy(OnOffKeys.encoder().at(scope));
    if (powerOnBehavior) {
      trait = trait.decodedBy(PowerOnBehavior.decoder()).encodedBy(PowerOnBehavior.encoder());
    }
    return reported ? trait.configuredBy(this::configure, Step.powerSourceIfUnknown(MAINS)) : trait;
  }

  /** All endpoints that have the cluster, whatever else they are for. */
  private CompletionStage<Void> configure(Setup setup) {
    CompletionStage<Void> state = Step.reporting(OnOffKeys.ON_OFF, REPORTING, Scope.ALL).run(setup);
    return powerOnBehavior
        ? state.thenCompose(
            ignored ->
                Step.readingIfPossible(PowerOnBehavior.START_UP_ON_OFF, Scope.ALL).run(setup))
        : state;
  }
}
