package org.waggle.simulator.house;

import com.google.gson.JsonElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.waggle.simulator.air.Air;
import org.waggle.simulator.air.Coordinator;
import org.waggle.simulator.air.Station;
import org.waggle.simulator.device.Membership;
import org.waggle.simulator.device.VirtualDevice;
import org.waggle.simulator.memory.Memory;
import org.waggle.zcl.IeeeAddress;

/** The devices within reach of a coordinator, on its network or not. */
public final class House {

  /** Well away from the fixed addresses of a {@link Crowd}. */
  private static final int FIRST_ADDRESS = 0x6000;

  private final Air air;
  private final DeviceReader reader;
  private final DeviceMemory memory;
  private final Map<IeeeAddress, VirtualDevice> devices = new LinkedHashMap<>();
  private final List<Consumer<VirtualDevice>> listeners = new CopyOnWriteArrayList<>();

  public House(Air air, Memory memory) {
    this.air = air;
    this.reader = new DeviceReader(air);
    this.memory = new DeviceMemory(memory, air.scheduler());
  }

  /** {@code listener} hears of each device that is added from now on. */
  public void onAdded(Consumer<VirtualDevice> listener) {
    listeners.add(listener);
  }

  /**
   * Adds a device, as it was when its power went off if it was here before.
   *
   * @throws IllegalArgumentException if {@code json} describes no device, or one that is here
   */
  public VirtualDevice add(JsonElement json) {
    VirtualDevice device = reader.read(json);
    if (devices.putIfAbsent(device.ieeeAddress(), device) != null) {
      throw new IllegalArgumentException("there is a device " + device.ieeeAddress() + " already");
    }
    air.add(device);
    memory.restore(device);
    listeners.forEach(listener -> listener.accept(device));
    return device;
  }

  /** Makes members of all that are not, without a frame on the air. */
  public void joinAll() {
    Coordinator.Network network = air.network().orElseThrow();
    int next = FIRST_ADDRESS;
    for (VirtualDevice device : devices.values()) {
      if (!device.onNetwork()) {
        int fixed = device.description().fixedNetworkAddress();
        device.membership(new Membership(network, fixed == Station.NO_ADDRESS ? next++ : fixed));
      }
    }
  }

  public List<VirtualDevice> devices() {
    return List.copyOf(devices.values());
  }

  /** A device by its name or IEEE address. */
  public Optional<VirtualDevice> find(String name) {
    return IeeeAddress.parse(name)
        .map(devices::get)
        .or(
            () ->
                devices.values().stream()
                    .filter(device -> device.description().name().equals(name))
                    .findFirst());
  }

  /** Writes down what is not written down yet. */
  public void save() {
    memory.saveNow();
  }
}
