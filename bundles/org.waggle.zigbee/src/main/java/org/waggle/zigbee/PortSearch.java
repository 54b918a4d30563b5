package org.waggle.zigbee;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.waggle.radio.api.SerialPortInfo;

/**
 * Finds the port that the coordinator is at: the stick of the last time wherever it is now, else
 * what is configured, else the only one that a radio recognizes.
 */
final class PortSearch {

  /** How it went. */
  sealed interface Result {

    /** A port that may be the one. */
    record Target(String path, Optional<SerialPortInfo> info) implements Result {

      Optional<String> stableId() {
        return info.flatMap(SerialPortInfo::stableId);
      }

      /** What it goes by when it is claimed. */
      String stick() {
        return stableId().orElseGet(() -> Ports.real(path));
      }
    }

    /** The port is not there, or it is not clear which one it is. */
    record Missing(String reason) implements Result {}
  }

  private final String network;
  private final String configured;
  private final PortClaims claims;
  private final Predicate<SerialPortInfo> recognized;

  /**
   * @param configured empty for any
   * @param recognized whether a radio knows what is plugged in there
   */
  PortSearch(
      String network, String configured, PortClaims claims, Predicate<SerialPortInfo> recognized) {
    this.network = network;
    this.configured = configured;
    this.claims = claims;
    this.recognized = recognized;
  }

  boolean isAutomatic() {
    return configured.isEmpty();
  }

  boolean isTcp() {
    return Ports.isTcp(configured);
  }

  /**
   * @param remembered the stable id of the stick of the last time
   * @param bystanders sticks that were there beside it: none of them replaces it
   */
  Result run(List<SerialPortInfo> ports, Optional<String> remembered, Set<String> bystanders) {
    Optional<SerialPortInfo> known =
        remembered.flatMap(id -> ports.stream().filter(port -> has(port, id)).findFirst());
    if (known.isPresent()) {
      return unlessTaken(new Result.Target(known.get().path(), known));
    }
    return isAutomatic() ? choose(ports, bystanders) : configured(ports);
  }

  private Result configured(List<SerialPortInfo> ports) {
    if (isTcp()) {
      return unlessTaken(new Result.Target(configured, Optional.empty()));
    }
    Optional<SerialPortInfo> info =
        Ports.at(configured, ports)
            .or(() -> ports.stream().filter(this::isConfiguredById).findFirst());
    if (Ports.exists(configured)) {
      return unlessTaken(new Result.Target(configured, info));
    }
    return info.map(port -> unlessTaken(new Result.Target(port.path(), info)))
        .orElseGet(() -> new Result.Missing(configured + " is not there; plug the stick in"));
  }

  private boolean isConfiguredById(SerialPortInfo port) {
    return port.stableId()
        .filter(id -> configured.equals(id) || configured.endsWith("/" + id))
        .isPresent();
  }

  private Result choose(List<SerialPortInfo> ports, Set<String> bystanders) {
    List<SerialPortInfo> free = ports.stream().filter(recognized).filter(this::isFree).toList();
    List<SerialPortInfo> candidates =
        free.stream()
            .filter(port -> port.stableId().filter(bystanders::contains).isEmpty())
            .toList();
    if (candidates.size() == 1) {
      return new Result.Target(candidates.get(0).path(), Optional.of(candidates.get(0)));
    } else if (!candidates.isEmpty()) {
      return new Result.Missing(
          "Several coordinators are there: "
              + names(candidates)
              + "; say which one by setting port in "
              + pid());
    } else if (!free.isEmpty()) {
      return new Result.Missing(
          "The coordinator is not plugged in; what was beside it does not replace it: "
              + names(free));
    }
    return new Result.Missing(
        "No coordinator is recognized"
            + (ports.isEmpty() ? ", as there is no serial port" : " among " + names(ports))
            + "; plug one in, or set port in "
            + pid()
            + ", for example to /dev/ttyUSB0 or tcp://host:6638");
  }

  private Result unlessTaken(Result.Target target) {
    return claims
        .holder(target.stick(), network)
        .<Result>map(holder -> taken(target, holder))
        .orElse(target);
  }

  /** Another network has it. */
  static Result.Missing taken(Result.Target target, String holder) {
    return new Result.Missing(target.path + " is in use by the network \"" + holder + "\"");
  }

  private boolean isFree(SerialPortInfo port) {
    return unlessTaken(new Result.Target(port.path(), Optional.of(port))) instanceof Result.Target;
  }

  private static boolean has(SerialPortInfo port, String stableId) {
    return port.stableId().filter(stableId::equals).isPresent();
  }

  private String pid() {
    return NetworkComponent.PID + "~" + network;
  }

  private static String names(List<SerialPortInfo> ports) {
    return ports.stream().map(PortSearch::name).collect(Collectors.joining(", "));
  }

  private static String name(SerialPortInfo port) {
    String what = port.product().isEmpty() ? port.stableId().orElse("") : port.product();
    return port.path() + (what.isEmpty() ? "" : " (" + what + ")");
  }
}
