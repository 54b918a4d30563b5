package org.waggle.bridge;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.PublishReason;
import org.waggle.bridge.command.Commands;
import org.waggle.bridge.device.Definitions;
import org.waggle.bridge.device.DeviceContext;
import org.waggle.bridge.device.DeviceMemory;
import org.waggle.bridge.device.Endpoints;
import org.waggle.bridge.device.Notes;
import org.waggle.bridge.device.Serving;
import org.waggle.bridge.device.Snapshots;
import org.waggle.bridge.entity.Entities;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.entity.Present;
import org.waggle.bridge.extension.Extensions;
import org.waggle.bridge.feature.Configure;
import org.waggle.bridge.feature.GroupSync;
import org.waggle.bridge.feature.Membership;
import org.waggle.bridge.log.BridgeLog;
import org.waggle.bridge.mqtt.Outbox;
import org.waggle.bridge.networkmap.NetworkMap;
import org.waggle.bridge.publication.ConfigJson;
import org.waggle.bridge.publication.DeviceJson;
import org.waggle.bridge.publication.DevicesTopic;
import org.waggle.bridge.publication.EndpointJson;
import org.waggle.bridge.publication.EventTopic;
import org.waggle.bridge.publication.GroupsTopic;
import org.waggle.bridge.publication.InfoTopic;
import org.waggle.bridge.publication.Lists;
import org.waggle.bridge.publication.LoggingTopic;
import org.waggle.bridge.publication.Machine;
import org.waggle.bridge.publication.RadioTopic;
import org.waggle.bridge.publication.RestartRequired;
import org.waggle.bridge.publication.StateTopic;
import org.waggle.bridge.request.BuiltIn;
import org.waggle.bridge.request.RequestTools;
import org.waggle.bridge.request.Requests;
import org.waggle.bridge.setup.Settings;
import org.waggle.bridge.state.StatePublisher;
import org.waggle.bridge.state.States;
import org.waggle.zigbee.api.ZigbeeNetwork;

/** The parts of a bridge and who knows whom. */
final class Parts {

  final ZigbeeNetwork network;
  final Settings settings;
  final BridgeLog log;
  final Extensions extensions;
  final Outbox outbox;
  final Entities entities;
  final States states;
  final DeviceMemory memory;
  final Definitions definitions;
  final Snapshots snapshots;
  final StatePublisher publisher;
  final StateTopic stateTopic;
  final RadioTopic radioTopic;
  final Lists lists;
  final Configure configure;
  final Membership membership;
  final NetworkMap networkMap;
  final Requests requests;
  final Commands commands;

  /**
   * @param definitionsChanged run when catalogs came or went
   */
  Parts(ZigbeeNetwork network, Settings settings, String version, Runnable definitionsChanged) {
    this.network = network;
    this.settings = settings;
    log = new BridgeLog(settings.network(), settings.logLevel());
    extensions = new Extensions(log);
    outbox = new Outbox(settings.baseTopic(), log);
    log.listen(new LoggingTopic(outbox));
    entities = new Entities(network.store());
    states = new States(network, settings.cacheStatePersistent());
    memory = new DeviceMemory(network);
    definitions =
        new Definitions(
            new DeviceContext(
                network, entities, states, memory, new Notes(), log, this::publishDecoded),
            definitionsChanged);
    Endpoints endpoints = new Endpoints(network, definitions);
    snapshots = new Snapshots(network, entities, states, definitions);
    publisher =
        new StatePublisher(
            states,
            entities,
            outbox,
            extensions,
            definitions::linkQuality,
            snapshots::of,
            settings.cacheState());
    publisher.listen(new GroupSync(network, entities, states, definitions, endpoints, publisher));

    stateTopic = new StateTopic(outbox);
    radioTopic = new RadioTopic(network, outbox);
    DeviceJson deviceJson =
        new DeviceJson(entities, definitions, new EndpointJson(network, endpoints, memory));
    RestartRequired restartRequired = new RestartRequired();
    lists =
        new Lists(
            new InfoTopic(
                network,
                settings,
                new ConfigJson(settings, entities),
                new Machine(),
                restartRequired,
                version,
                outbox),
            new DevicesTopic(network, deviceJson, outbox),
            new GroupsTopic(network, entities, memory, outbox));
    configure =
        new Configure(
            network, entities, definitions, memory, log, device -> lists.devicesChanged());
    membership =
        new Membership(
            network,
            entities,
            definitions,
            memory,
            configure,
            snapshots,
            extensions,
            new EventTopic(entities, deviceJson, outbox),
            lists,
            log);
    networkMap = new NetworkMap(network, entities, definitions, log, InstantSource.system());
    Present present = new Present(network, entities);
    requests = new Requests(settings.baseTopic(), outbox, log);
    BuiltIn.serve(
        requests,
        new RequestTools(
            network,
            entities,
            present,
            states,
            publisher,
            definitions,
            endpoints,
            snapshots,
            extensions,
            membership,
            configure,
            lists,
            networkMap,
            restartRequired,
            outbox,
            log));
    commands =
        new Commands(
            new Commands.Tools(
                network,
                entities,
                present,
                states,
                publisher,
                definitions,
                endpoints,
                log,
                this::scenesChanged));
  }

  private void scenesChanged() {
    lists.devices().publish();
    lists.groups().publish();
  }

  /** Publishes what a definition made of a message, or found out later. */
  private void publishDecoded(EntityKey entity, Map<String, @Nullable Object> state) {
    Optional<Serving> serving =
        entity instanceof EntityKey.Device device
            ? definitions.serving(device.address())
            : Optional.empty();
    Map<String, @Nullable Object> calibrated =
        serving.isPresent()
            ? serving.get().calibration(entities.options(entity)).apply(state)
            : state;
    publisher.publish(entity, calibrated, PublishReason.DEVICE);
  }
}
