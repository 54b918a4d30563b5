package org.waggle.simulator.zdo;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.waggle.simulator.wire.WireReader;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;

/** Answers the ZDO requests to a station. */
public final class ZdoServer {

  /** A frame for the asker, with the cluster it goes to. */
  public record Answer(int cluster, Octets payload) {}

  public static final int DEVICE_ANNOUNCE = 0x0013;

  private static final int RESPONSE = 0x8000;
  private static final int SUCCESS = 0x00;
  private static final int INVALID_EP = 0x82;
  private static final int NOT_ACTIVE = 0x83;
  private static final int NOT_SUPPORTED = 0x84;
  private static final int DEVICE_NOT_FOUND = 0x81;
  private static final int NO_ENTRY = 0x88;
  private static final int TABLE_FULL = 0x8C;

  private static final int MANAGEMENT_LEAVE_REJOIN = 0x80;

  /** How many entries of each table a frame has room for. */
  private static final int NEIGHBOURS_PER_FRAME = 3;

  private static final int ROUTES_PER_FRAME = 10;
  private static final int BINDINGS_PER_FRAME = 3;

  private final ZdoNode node;

  public ZdoServer(ZdoNode node) {
    this.node = node;
  }

  /**
   * The answer to a request. Nothing answers a response, an announcement, or a broadcast that is
   * not about this station.
   */
  public Optional<Answer> answer(int cluster, Octets request, boolean broadcast) {
    if (cluster >= RESPONSE || cluster == DEVICE_ANNOUNCE) {
      return Optional.empty();
    }
    WireReader in = new WireReader(request);
    int sequence = in.u8();
    WireWriter out = new WireWriter().u8(sequence);
    boolean answers =
        switch (cluster) {
          case 0x0000 -> networkAddress(in, out, broadcast);
          case 0x0001 -> ifMine(in, out, broadcast, this::addresses);
          case 0x0002 -> ifMine(in, out, broadcast, this::nodeDescriptor);
          case 0x0003 -> ifMine(in, out, broadcast, this::powerDescriptor);
          case 0x0004 -> ifMine(in, out, broadcast, this::simpleDescriptor);
          case 0x0005 -> ifMine(in, out, broadcast, this::activeEndpoints);
          case 0x0006 -> ifMine(in, out, broadcast, this::matchDescriptor);
          case 0x0021 -> bind(in, out);
          case 0x0022 -> unbind(in, out);
          case 0x0031 ->
              table(
                  in, out, new Vicinity(node).neighbours(), NEIGHBOURS_PER_FRAME, Neighbour::write);
          case 0x0032 ->
              table(in, out, new Vicinity(node).routes(), ROUTES_PER_FRAME, Route::write);
          case 0x0033 ->
              table(
                  in,
                  out,
                  node.bindings(),
                  BINDINGS_PER_FRAME,
                  (binding, to) -> binding.write(node.ieeeAddress(), to));
          case 0x0034 -> leave(in, out);
          case 0x0036 -> permitJoining(in, out, broadcast);
          default -> unsupported(out, broadcast);
        };
    return answers ? Optional.of(new Answer(cluster | RESPONSE, out.toOctets())) : Optional.empty();
  }

  private boolean networkAddress(WireReader in, WireWriter out, boolean broadcast) {
    IeeeAddress wanted = in.ieee();
    if (wanted.equals(node.ieeeAddress())) {
      addresses(in, out);
    } else if (broadcast) {
      return false;
    } else {
      out.u8(DEVICE_NOT_FOUND).ieee(wanted).u16(0xFFFF);
    }
    return true;
  }

  private boolean ifMine(
      WireReader in, WireWriter out, boolean broadcast, BiConsumer<WireReader, WireWriter> fields) {
    int wanted = in.u16();
    if (wanted == node.networkAddress() || (broadcast && wanted == 0xFFFF)) {
      fields.accept(in, out);
      return true;
    } else if (broadcast) {
      return false;
    }
    out.u8(DEVICE_NOT_FOUND).u16(wanted);
    return true;
  }

  private void addresses(WireReader in, WireWriter out) {
    out.u8(SUCCESS).ieee(node.ieeeAddress()).u16(node.networkAddress());
  }

  private void nodeDescriptor(WireReader in, WireWriter out) {
    out.u8(SUCCESS).u16(node.networkAddress());
    node.nodeDescriptor().write(out);
  }

  private void powerDescriptor(WireReader in, WireWriter out) {
    out.u8(SUCCESS).u16(node.networkAddress()).u16(node.powerDescriptor());
  }

  private void simpleDescriptor(WireReader in, WireWriter out) {
    int wanted = in.u8();
    if (wanted == 0 || wanted == 0xFF) {
      out.u8(INVALID_EP).u16(node.networkAddress()).u8(0);
      return;
    }
    Optional<EndpointDescriptor> found =
        node.endpoints().stream().filter(endpoint -> endpoint.endpoint() == wanted).findFirst();
    if (found.isEmpty()) {
      out.u8(NOT_ACTIVE).u16(node.networkAddress()).u8(0);
      return;
    }
    EndpointDescriptor endpoint = found.get();
    WireWriter descriptor =
        new WireWriter()
            .u8(wanted)
            .u16(endpoint.profile())
            .u16(endpoint.device())
            .u8(endpoint.version())
            .u8(endpoint.inputClusters().size());
    endpoint.inputClusters().forEach(descriptor::u16);
    descriptor.u8(endpoint.outputClusters().size());
    endpoint.outputClusters().forEach(descriptor::u16);
    out.u8(SUCCESS).u16(node.networkAddress()).counted(descriptor.toOctets());
  }

  private void activeEndpoints(WireReader in, WireWriter out) {
    out.u8(SUCCESS).u16(node.networkAddress()).u8(node.endpoints().size());
    node.endpoints().forEach(endpoint -> out.u8(endpoint.endpoint()));
  }

  private void matchDescriptor(WireReader in, WireWriter out) {
    int profile = in.u16();
    List<Integer> inputs = clusters(in);
    List<Integer> outputs = clusters(in);
    List<EndpointDescriptor> matches =
        node.endpoints().stream()
            .filter(endpoint -> endpoint.profile() == profile)
            .filter(
                endpoint ->
                    inputs.stream().anyMatch(endpoint.inputClusters()::contains)
                        || outputs.stream().anyMatch(endpoint.outputClusters()::contains))
            .toList();
    out.u8(SUCCESS).u16(node.networkAddress()).u8(matches.size());
    matches.forEach(endpoint -> out.u8(endpoint.endpoint()));
  }

  private static List<Integer> clusters(WireReader in) {
    Integer[] clusters = new Integer[in.u8()];
    for (int i = 0; i < clusters.length; i++) {
      clusters[i] = in.u16();
    }
    return List.of(clusters);
  }

  private boolean bind(WireReader in, WireWriter out) {
    boolean mine = in.ieee().equals(node.ieeeAddress());
    out.u8(mine ? (node.bind(Binding.read(in)) ? SUCCESS : TABLE_FULL) : NOT_SUPPORTED);
    return true;
  }

  private boolean unbind(WireReader in, WireWriter out) {
    boolean mine = in.ieee().equals(node.ieeeAddress());
    out.u8(mine ? (node.unbind(Binding.read(in)) ? SUCCESS : NO_ENTRY) : NOT_SUPPORTED);
    return true;
  }

  private <T> boolean table(
      WireReader in,
      WireWriter out,
      List<T> entries,
      int perFrame,
      BiConsumer<T, WireWriter> write) {
    int start = Math.min(in.u8(), entries.size());
    int end = Math.min(entries.size(), start + perFrame);
    out.u8(SUCCESS).u8(entries.size()).u8(start).u8(end - start);
    entries.subList(start, end).forEach(entry -> write.accept(entry, out));
    return true;
  }

  private boolean leave(WireReader in, WireWriter out) {
    in.ieee();
    node.leave((in.u8() & MANAGEMENT_LEAVE_REJOIN) != 0);
    out.u8(SUCCESS);
    return true;
  }

  private boolean permitJoining(WireReader in, WireWriter out, boolean broadcast) {
    node.permitJoining(in.u8());
    out.u8(SUCCESS);
    return !broadcast;
  }

  private boolean unsupported(WireWriter out, boolean broadcast) {
    out.u8(NOT_SUPPORTED);
    return !broadcast;
  }
}
