package org.waggle.bridge.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.waggle.device.api.DeviceDefinition;
import org.waggle.device.api.DeviceMatch;
import org.waggle.zigbee.api.Subscription;
import org.waggle.zigbee.api.ZigbeeNode;

/** Asks all catalogs for a device's definition and takes the best. Used on the event thread. */
final class Matching {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final DeviceContext context;

  Matching(DeviceContext context) {
    this.context = context;
  }

  /**
   * Finds the best definition.
   *
   * @param allowed definitions that may be chosen
   * @return completed on the event thread, never exceptionally
   */
  CompletionStage<Optional<Candidate>> find(
      ZigbeeNode node, List<Catalog> catalogs, Predicate<DeviceDefinition> allowed) {
    NetworkDevice device = new NetworkDevice(node, context, Runner.IN_PLACE, Optional::empty);
    List<CompletableFuture<Optional<Candidate>>> answers = new ArrayList<>();
    for (Catalog catalog : catalogs) {
      answers.add(ask(catalog, device, allowed));
    }
    CompletableFuture<Void> all =
        CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0]));
    return all.thenApply(
        done -> {
          device.close();
          return best(answers);
        });
  }

  private static Optional<Candidate> best(List<CompletableFuture<Optional<Candidate>>> answers) {
    return answers.stream().flatMap(answer -> answer.join().stream()).max(Candidate.PRECEDENCE);
  }

  private CompletableFuture<Optional<Candidate>> ask(
      Catalog catalog, NetworkDevice device, Predicate<DeviceDefinition> allowed) {
    CompletableFuture<Optional<DeviceMatch>> answer;
    try {
      answer = catalog.service().match(device).toCompletableFuture();
    } catch (RuntimeException | LinkageError e) {
      // The code of a catalog, of whatever quality: it has no definition then.
      answer = CompletableFuture.failedFuture(e);
    }
    if (answer.isDone()) {
      return answer.handle((match, fault) -> candidate(catalog, match, fault, allowed));
    }
    CompletableFuture<Optional<Candidate>> result = new CompletableFuture<>();
    Subscription limit = context.network().schedule(LIMIT, () -> result.complete(Optional.empty()));
    answer.whenComplete(
        (match, fault) ->
            context
                .network()
                .execute(
                    () -> {
                      limit.close();
                      result.complete(candidate(catalog, match, fault, allowed));
                    }));
    return result;
  }

  private Optional<Candidate> candidate(
      Catalog catalog,
      Optional<DeviceMatch> match,
      Throwable fault,
      Predicate<DeviceDefinition> allowed) {
    if (fault != null) {
      context.log().fault("Catalog '" + catalog.service().getClass().getName() + "' failed", fault);
      return Optional.empty();
    }
    return match
        .filter(found -> allowed.test(found.definition()))
        .map(found -> new Candidate(found, catalog));
  }
}
