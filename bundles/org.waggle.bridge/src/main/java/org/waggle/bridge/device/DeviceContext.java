package org.waggle.bridge.device;

import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.entity.EntityKey;
import org.waggle.bridge.entity.EntityNames;
import org.waggle.bridge.log.BridgeLog;
import org.waggle.bridge.state.States;
import org.waggle.zigbee.api.ZigbeeNetwork;

/**
 * What devices are made accessible with.
 *
 * @param publish takes a partial state that a definition gave; on the event thread
 */
public record DeviceContext(
    ZigbeeNetwork network,
    EntityNames names,
    States states,
    DeviceMemory memory,
    Notes notes,
    BridgeLog log,
    BiConsumer<EntityKey, Map<String, @Nullable Object>> publish) {}
