package org.waggle.device.standard;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.waggle.device.api.trait.Trait;
import org.waggle.device.api.trait.TraitSource;

/** Makes traits of a cluster. */
@FunctionalInterface
interface Generator {

  CompletionStage<List<Trait>> generate(Sample sample);

  /** A generator of one trait, which need not ask the device. */
  static Generator of(Function<Sample, TraitSource> source) {
    return sample -> CompletableFuture.completedFuture(List.of(source.apply(sample).trait()));
  }
}
