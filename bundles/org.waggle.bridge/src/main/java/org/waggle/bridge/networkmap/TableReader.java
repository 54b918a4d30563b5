package org.waggle.bridge.networkmap;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.waggle.bridge.api.BridgeException;
import org.waggle.zcl.zdo.MgmtLqiRequest;
import org.waggle.zcl.zdo.MgmtLqiResponse;
import org.waggle.zcl.zdo.MgmtRtgRequest;
import org.waggle.zcl.zdo.MgmtRtgResponse;
import org.waggle.zcl.zdo.NeighborTableEntry;
import org.waggle.zcl.zdo.RoutingTableEntry;
import org.waggle.zcl.zdo.ZdoCommand;
import org.waggle.zcl.zdo.ZdoStatus;

/**
 * Reads a table of a node page after page (Zigbee specification 2.4.3.3.2, 2.4.3.3.3).
 *
 * @param request of the page that begins with an entry
 * @param reader of a response
 */
record TableReader<T>(IntFunction<ZdoCommand> request, Function<ZdoCommand, Page<T>> reader) {

  /** A part of a table. */
  private record Page<T>(ZdoStatus status, int total, List<T> entries) {}

  static final TableReader<NeighborTableEntry> NEIGHBOURS =
      new TableReader<>(
          MgmtLqiRequest::new,
          answer ->
              answer instanceof MgmtLqiResponse page
                  ? new Page<>(page.status(), page.total(), page.entries())
                  : unreadable());

  static final TableReader<RoutingTableEntry> ROUTES =
      new TableReader<>(
          MgmtRtgRequest::new,
          answer ->
              answer instanceof MgmtRtgResponse page
                  ? new Page<>(page.status(), page.total(), page.entries())
                  : unreadable());

  /** An index has one octet. */
  private static final int LAST_INDEX = 0xFF;

  private static <T> Page<T> unreadable() {
    return new Page<>(ZdoStatus.NOT_SUPPORTED, 0, List.of());
  }

  /**
   * The whole table; fails with the first page that does.
   *
   * @param ask sends a request and completes with its response
   */
  CompletionStage<List<T>> read(Function<ZdoCommand, ? extends CompletionStage<ZdoCommand>> ask) {
    return read(ask, new ArrayList<>());
  }

  private CompletionStage<List<T>> read(
      Function<ZdoCommand, ? extends CompletionStage<ZdoCommand>> ask, List<T> table) {
    return ask.apply(request.apply(table.size()))
        .thenCompose(
            answer -> {
              Page<T> page = reader.apply(answer);
              if (!page.status.isSuccess()) {
                throw new BridgeException("Status '" + page.status + "'");
              }
              table.addAll(page.entries);
              boolean complete =
                  table.size() >= page.total || page.entries.isEmpty() || table.size() > LAST_INDEX;
              return complete ? CompletableFuture.completedFuture(table) : read(ask, table);
            });
  }
}
