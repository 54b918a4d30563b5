package org.waggle.simulator.control;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.waggle.simulator.house.Fields;

/** The operations by their names. */
final class Operations {

  private final Map<String, Operation> all = new TreeMap<>();

  /** An operation that is done when it returns. */
  void on(String name, Function<Fields, JsonObject> operation) {
    all.put(name, request -> CompletableFuture.completedFuture(operation.apply(request)));
  }

  /** An operation that is done when it returns, and has nothing to say. */
  void run(String name, Consumer<Fields> operation) {
    on(
        name,
        request -> {
          operation.accept(request);
          return new JsonObject();
        });
  }

  /** An operation that takes its time. */
  void later(String name, Operation operation) {
    all.put(name, operation);
  }

  Operation named(String name) {
    Operation operation = all.get(name);
    if (operation == null) {
      throw new IllegalArgumentException("no operation " + name + "; there are " + all.keySet());
    }
    return operation;
  }
}
