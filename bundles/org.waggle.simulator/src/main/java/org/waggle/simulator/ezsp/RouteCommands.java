package org.waggle.simulator.ezsp;

import java.util.ArrayList;
import java.util.List;

/** Concentrator and source routes (UG100, section 8). */
final class RouteCommands {

  private static final int NEVER = 0xFFFFFFFF;
  private static final int NO_RELAY = 0xFF;

  private final Routes routes;
  private final Settings settings;

  RouteCommands(Routes routes, Settings settings) {
    this.routes = routes;
    this.settings = settings;
  }

  void register(Commands commands) {
    commands.on(0x0010, this::setConcentrator);
    commands.answer(0x0011, Status.SUCCESS); // setBrokenRouteErrorCode
    commands.on(0x0041, this::sendManyToOneRouteRequest);
    commands.on(0x005A, (in, out) -> out.u32(NEVER)); // setSourceRouteDiscoveryMode
    commands.on(0x00AE, this::setSourceRoute);
    commands.on(0x00C1, this::getSourceRouteTableEntry);
    commands.on(0x00C2, (in, out) -> out.u8(routes.destinations().size()));
    commands.on(
        0x00C3, // getSourceRouteTableTotalSize
        (in, out) -> out.u8(settings.configuration(Settings.SOURCE_ROUTE_TABLE_SIZE)));
    commands.answer(0x00D0, Status.SUCCESS); // setRoutingShortcutThreshold
    commands.on(0x00D1, (in, out) -> out.u8(0)); // getRoutingShortcutThreshold
    commands.since(14, 0x014F, (in, out) -> routes.requested()); // concentratorStartDiscovery
    commands.since(14, 0x0150, (in, out) -> {}); // concentratorStopDiscovery
  }

  private void setConcentrator(EzspReader in, EzspWriter out) {
    boolean on = in.u8() != 0;
    routes.concentrator(on, in.u16());
    out.status(Status.SUCCESS);
  }

  private void sendManyToOneRouteRequest(EzspReader in, EzspWriter out) {
    routes.requested();
    out.status(Status.SUCCESS);
  }

  /** Since EZSP 9 the command still succeeds, but does nothing. */
  private void setSourceRoute(EzspReader in, EzspWriter out) {
    int destination = in.u16();
    int count = in.u8();
    List<Integer> relays = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      relays.add(in.u16());
    }
    if (!in.version().since(9)) {
      routes.relays(destination, relays);
    }
    out.status(Status.SUCCESS);
  }

  private void getSourceRouteTableEntry(EzspReader in, EzspWriter out) {
    int index = in.u8();
    List<Integer> destinations = routes.destinations();
    if (index < destinations.size()) {
      out.status(Status.SUCCESS).u16(destinations.get(index)).u8(NO_RELAY);
    } else {
      out.status(Status.NOT_FOUND).u16(0xFFFF).u8(NO_RELAY);
    }
  }
}
