package org.waggle.device.api.trait;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waggle.device.api.expose.Access;
import org.waggle.device.api.expose.Expose;
import org.waggle.zcl.ZclValue;

/**
 * Text that an attribute holds.
 *
 * @param expose for a device with one endpoint
 */
public record TextTrait(String name, Attribute attribute, Expose expose, Scope scope)
    implements Trait {

  /** Text that clients can ask for and set. */
  public static TextTrait text(String name, Attribute attribute) {
    return new TextTrait(name, attribute, Expose.text(name, Access.ALL), Scope.ALL);
  }

  public TextTrait describedAs(String description) {
    return new TextTrait(name, attribute, expose.withDescription(description), scope);
  }

  public TextTrait accessible(int access) {
    return new TextTrait(name, attribute, expose.withAccess(access), scope);
  }

  public TextTrait configuring() {
    return new TextTrait(name, attribute, expose.withCategory("config"), scope);
  }

  public TextTrait at(Scope scope) {
    return new TextTrait(name, attribute, expose, scope);
  }

  @Override
  public List<Expose> exposes(Map<String, @Nullable Object> options) {
    return scope.exposes(expose);
  }

  @Override
  public List<Decoder> decoders() {
    return List.of(AttributeParts.decoder(name, attribute, ZclValue::text));
  }

  @Override
  public List<KeyEncoder> encoders() {
    return AttributeParts.encoders(name, attribute, expose.access(), attribute::value);
  }

  @Override
  public List<Step> steps() {
    return AttributeParts.steps(attribute, expose.access(), Optional.empty(), scope);
  }
}
