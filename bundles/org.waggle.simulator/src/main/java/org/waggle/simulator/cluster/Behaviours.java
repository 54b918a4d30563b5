package org.waggle.simulator.cluster;

import java.util.List;
import java.util.Optional;
import org.waggle.simulator.device.ClusterBehaviour;
import org.waggle.simulator.device.VirtualEndpoint;

/** Gives an endpoint the behaviours of the clusters it has. */
public final class Behaviours {

  private Behaviours() {}

  /** Adds a behaviour for each cluster that has one, with the attributes it cannot do without. */
  public static void addTo(VirtualEndpoint endpoint) {
    if (endpoint.cluster(Basic.CLUSTER).isPresent()) {
      endpoint.add(new Basic());
    }
    Optional<Identify> identify =
        endpoint.cluster(Identify.CLUSTER).map(it -> new Identify(endpoint, it));
    Optional<OnOff> onOff = endpoint.cluster(OnOff.CLUSTER).map(it -> new OnOff(endpoint, it));
    Optional<Level> level =
        endpoint.cluster(Level.CLUSTER).map(it -> new Level(endpoint, it, onOff));
    Optional<ColorControl> color =
        endpoint.cluster(ColorControl.CLUSTER).map(it -> new ColorControl(endpoint, it, onOff));
    Optional<WindowCovering> covering =
        endpoint.cluster(WindowCovering.CLUSTER).map(it -> new WindowCovering(endpoint, it));
    Optional<Scenes> scenes =
        endpoint
            .cluster(Scenes.CLUSTER)
            .map(it -> new Scenes(endpoint, it, () -> sceneStates(endpoint)));
    Optional<Groups> groups =
        endpoint.cluster(Groups.CLUSTER).map(it -> new Groups(endpoint, it, identify, scenes));
    Optional<IasZone> zone = endpoint.cluster(IasZone.CLUSTER).map(it -> new IasZone(endpoint, it));
    Optional<DoorLock> lock =
        endpoint.cluster(DoorLock.CLUSTER).map(it -> new DoorLock(endpoint, it));
    Optional<Thermostat> thermostat =
        endpoint.cluster(Thermostat.CLUSTER).map(it -> new Thermostat(endpoint, it));
    Optional<PollControl> poll =
        endpoint.cluster(PollControl.CLUSTER).map(it -> new PollControl(endpoint, it));
    List<Optional<? extends ClusterBehaviour>> all =
        List.of(
            identify, onOff, level, color, covering, scenes, groups, zone, lock, thermostat, poll);
    all.forEach(behaviour -> behaviour.ifPresent(endpoint::add));
  }

  private static List<SceneState> sceneStates(VirtualEndpoint endpoint) {
    return endpoint.behaviours().stream()
        .filter(SceneState.class::isInstance)
        .map(SceneState.class::cast)
        .toList();
  }
}
