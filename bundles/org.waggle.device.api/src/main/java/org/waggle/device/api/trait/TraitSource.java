package org.waggle.device.api.trait;

/** Something a trait is made of in a spec sheet: a trait, or the description of one. */
@FunctionalInterface
public interface TraitSource {

  Trait trait();
}
