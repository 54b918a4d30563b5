package org.waggle.zigbee;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.waggle.radio.api.ApsIndication.Delivery;
import org.waggle.radio.api.ApsRequest;
import org.waggle.radio.api.ApsRequest.Destination;
import org.waggle.radio.api.CoordinatorInfo;
import org.waggle.radio.api.InterPanRequest;
import org.waggle.radio.api.JoinIndication;
import org.waggle.radio.api.NetworkBackup;
import org.waggle.radio.api.NetworkParameters;
import org.waggle.radio.api.NetworkSettings;
import org.waggle.radio.api.RadioException;
import org.waggle.radio.api.RadioException.Reason;
import org.waggle.radio.api.RadioListener;
import org.waggle.radio.api.RadioSettings;
import org.waggle.radio.api.RadioSettings.FlowControl;
import org.waggle.radio.api.SerialPortInfo;
import org.waggle.radio.api.ZigbeeRadio;
import org.waggle.radio.api.ZigbeeRadioProvider;
import org.waggle.zcl.Direction;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zcl.Octets;
import org.waggle.zcl.ZclCommand;
import org.waggle.zcl.ZclFrame;
import org.waggle.zcl.zdo.DeviceAnnounce;
import org.waggle.zcl.zdo.MacCapabilities;
import org.waggle.zcl.zdo.SimpleDescriptor;
import org.waggle.zcl.zdo.ZdoFrame;

/**
 * A coordinator with its radio, as a test wants it: what it remembers outlives the radios that are
 * made of it.
 */
final class FakeStick implements ZigbeeRadioProvider {

  static final IeeeAddress ADDRESS = new IeeeAddress(0xE0L);

  final Map<Integer, FakeNode> nodes = new LinkedHashMap<>();
  final List<ApsRequest> sent = new ArrayList<>();
  final List<String> calls = new ArrayList<>();

  Optional<NetworkParameters> remembered = Optional.empty();
  Octets networkKey = Octets.EMPTY;

  /** Set while the port cannot be opened. */
  Optional<RadioException> fault = Optional.empty();

  /** The radio is so faulty that its methods throw. */
  boolean throwing;

  /** The radio does not answer when opened. */
  boolean silentOpen;

  /** Frames are neither delivered nor refused while set. */
  boolean stuck;

  /** Its radio is so faulty that sending blocks until this is released. */
  Optional<CountDownLatch> blocks = Optional.empty();

  /** How many sends fail as busy from now on. */
  int busy;

  /** It may change when it takes a network over. */
  IeeeAddress address = ADDRESS;

  /** Whether it can be backed up and restored. */
  boolean backsUp;

  boolean keepsItsAddress;

  /** What it was restored from last. */
  Optional<NetworkBackup> restored = Optional.empty();

  /** Set while it cannot be restored. */
  Optional<RadioException> restoreFault = Optional.empty();

  /** On all channels; empty if it cannot be measured. */
  Optional<Integer> energy = Optional.empty();

  /** By what it is plugged in at. */
  Predicate<SerialPortInfo> recognized = port -> false;

  /** What probing a port gives. */
  Function<RadioSettings, Optional<RadioSettings>> probed = settings -> Optional.empty();

  final List<RadioSettings> settings = new ArrayList<>();

  int radios;
  int apsCounter;
  private Optional<FakeRadio> radio = Optional.empty();
  private final FakeNode self = new FakeNode(ADDRESS.value(), 0);

  FakeStick() {
    self.endpoints.put(
        1, new SimpleDescriptor(1, 0x0104, 0x0065, 1, List.of(0, 0x0A), List.of(5, 6)));
  }

  FakeNode add(FakeNode node) {
    nodes.put(node.networkAddress, node);
    return node;
  }

  @Override
  public ZigbeeRadio create(RadioSettings settings, RadioListener listener) {
    radios++;
    this.settings.add(settings);
    FakeRadio made = new FakeRadio(listener);
    radio = Optional.of(made);
    return made;
  }

  @Override
  public Optional<RadioSettings> recognize(SerialPortInfo port) {
    return recognized.test(port)
        ? Optional.of(
            new RadioSettings(
                port.path(), OptionalInt.of(230_400), FlowControl.HARDWARE, OptionalInt.empty()))
        : Optional.empty();
  }

  @Override
  public CompletionStage<Optional<RadioSettings>> probe(RadioSettings settings) {
    calls.add("probe");
    return CompletableFuture.completedStage(probed.apply(settings));
  }

  /** What another coordinator would need. */
  NetworkBackup backup() {
    return FakeBackups.of(address, remembered.orElseThrow(), networkKey);
  }

  RadioListener listener() {
    return radio.orElseThrow().listener;
  }

  void joins(FakeNode node) {
    add(node);
    joins(node, JoinIndication.Kind.JOINED);
  }

  void joins(FakeNode node, JoinIndication.Kind kind) {
    listener().joined(new JoinIndication(node.ieeeAddress, node.networkAddress, 0, kind));
  }

  void announces(FakeNode node) {
    receiveZdo(
        node,
        Delivery.BROADCAST,
        new ZdoFrame(
            0, new DeviceAnnounce(node.networkAddress, node.ieeeAddress, new MacCapabilities(0))));
  }

  void leaves(FakeNode node) {
    nodes.remove(node.networkAddress);
    listener().left(node.ieeeAddress, node.networkAddress);
  }

  void down() {
    listener().down(new RadioException(Reason.LINK_LOST, "unplugged"));
  }

  /** A node says something of its own accord, from endpoint 1, as a server. */
  void says(FakeNode node, int cluster, int sequence, ZclCommand command) {
    says(
        node,
        cluster,
        ZclFrame.of(OptionalInt.empty(), Direction.SERVER_TO_CLIENT, true, sequence, command));
  }

  void says(FakeNode node, int cluster, ZclFrame frame) {
    receive(node.networkAddress, Delivery.UNICAST, OptionalInt.empty(), cluster, frame.encode());
  }

  void receive(int source, Delivery delivery, OptionalInt groupId, int cluster, Octets payload) {
    receive(source, delivery, groupId, cluster, 1, 1, payload);
  }

  private void receive(
      int source,
      Delivery delivery,
      OptionalInt groupId,
      int cluster,
      int sourceEndpoint,
      int destinationEndpoint,
      Octets payload) {
    listener()
        .received(
            Indications.of(
                source,
                delivery,
                groupId,
                0x0104,
                cluster,
                sourceEndpoint,
                destinationEndpoint,
                apsCounter++,
                payload));
  }

  void receiveZdo(FakeNode node, Delivery delivery, ZdoFrame frame) {
    listener().received(Indications.zdo(node.networkAddress, delivery, apsCounter++, frame));
  }

  /** What was sent since the last call, ZDO requests and ZCL commands, in short. */
  List<String> takeSent() {
    List<String> texts = sent.stream().map(SentFrames::text).toList();
    sent.clear();
    return texts;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private final class FakeRadio implements ZigbeeRadio {

    private final RadioListener listener;

    FakeRadio(RadioListener listener) {
      this.listener = listener;
    }

    private <T> CompletionStage<T> did(String call, T result) {
      calls.add(call);
      if (throwing) {
        throw new IllegalStateException("thrown");
      }
      return fault
          .<CompletionStage<T>>map(CompletableFuture::failedFuture)
          .orElseGet(() -> CompletableFuture.completedStage(result));
    }

    @Override
    public CompletionStage<CoordinatorInfo> open() {
      if (silentOpen) {
        return new CompletableFuture<>();
      }
      return did("open", new CoordinatorInfo(address, "EmberZNet", Map.of("ezsp", 13)));
    }

    @Override
    public CompletionStage<Optional<NetworkParameters>> resume() {
      return did("resume", remembered);
    }

    @Override
    public CompletionStage<NetworkParameters> form(NetworkSettings settings) {
      remembered = Optional.of(settings.parameters());
      networkKey = settings.networkKey();
      return did("form", settings.parameters());
    }

    @Override
    public CompletionStage<NetworkBackup> backup() {
      return backsUp ? did("backup", FakeStick.this.backup()) : ZigbeeRadio.super.backup();
    }

    @Override
    public CompletionStage<NetworkParameters> restore(NetworkBackup backup) {
      if (!backsUp) {
        return ZigbeeRadio.super.restore(backup);
      }
      if (restoreFault.isPresent()) {
        return CompletableFuture.failedFuture(restoreFault.get());
      }
      restored = Optional.of(backup);
      remembered = Optional.of(backup.parameters());
      networkKey = backup.networkKey();
      address = keepsItsAddress ? address : backup.coordinator();
      return did("restore", backup.parameters());
    }

    @Override
    public CompletionStage<Void> changeChannel(int channel) {
      remembered = remembered.map(now -> FakeBackups.moved(now, channel));
      return did("changeChannel " + channel, null);
    }

    @Override
    public CompletionStage<Map<Integer, Integer>> energyScan(Set<Integer> channels) {
      return energy
          .map(
              dBm ->
                  did("energyScan", channels.stream().collect(Collectors.toMap(c -> c, c -> dBm))))
          .orElseGet(() -> ZigbeeRadio.super.energyScan(channels));
    }

    @Override
    public CompletionStage<Octets> networkKey() {
      return did("networkKey", networkKey);
    }

    @Override
    public CompletionStage<Void> permitJoin(Duration duration) {
      return did("permitJoin " + duration.toSeconds(), null);
    }

    @Override
    public CompletionStage<Void> admitJoins(Duration duration) {
      return did("admitJoins " + duration.toSeconds(), null);
    }

    @Override
    public CompletionStage<Void> addInstallCodeKey(IeeeAddress device, Octets key) {
      return did("addInstallCodeKey", null);
    }

    @Override
    public CompletionStage<Void> joinGroup(int groupId, int endpoint) {
      return did("joinGroup " + groupId, null);
    }

    @Override
    public CompletionStage<Void> sendInterPan(InterPanRequest request) {
      return did("sendInterPan", null);
    }

    @Override
    public CompletionStage<Void> endInterPan() {
      return did("endInterPan", null);
    }

    @Override
    public void close() {
      calls.add("close");
    }

    @Override
    public CompletionStage<Void> send(ApsRequest frame) {
      blocks.ifPresent(FakeStick::await);
      if (throwing) {
        throw new IllegalStateException("thrown");
      }
      if (busy > 0) {
        busy--;
        return failed(Reason.BUSY);
      }
      boolean toSelf = frame.destination().equals(new Destination.Unicast(0));
      if (!toSelf) {
        sent.add(frame);
      }
      if (stuck) {
        return new CompletableFuture<>();
      }
      if (frame.destination() instanceof Destination.Unicast unicast) {
        FakeNode node = toSelf ? self : nodes.get(unicast.networkAddress());
        if (node == null || node.asleep) {
          return failed(Reason.NOT_DELIVERED);
        }
        if (!node.ignores.test(frame)) {
          answer(node, frame);
        }
      }
      return CompletableFuture.completedStage(null);
    }

    private CompletionStage<Void> failed(Reason reason) {
      return CompletableFuture.failedFuture(new RadioException(reason, reason.toString()));
    }

    private void answer(FakeNode node, ApsRequest frame) {
      if (frame.profileId() == 0) {
        node.answer(SentFrames.ok(ZdoFrame.decode(frame.clusterId(), frame.payload())))
            .ifPresent(answer -> receiveZdo(node, Delivery.UNICAST, answer));
      } else if (frame.profileId() == 0x0104) {
        node.answer(frame.destinationEndpoint(), frame.clusterId(), SentFrames.zcl(frame))
            .ifPresent(
                answer ->
                    receive(
                        node.networkAddress,
                        Delivery.UNICAST,
                        OptionalInt.empty(),
                        frame.clusterId(),
                        frame.destinationEndpoint(),
                        frame.sourceEndpoint(),
                        answer.encode()));
      }
    }
  }
}
