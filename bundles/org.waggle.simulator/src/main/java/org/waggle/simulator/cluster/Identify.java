package org.waggle.simulator.cluster;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.waggle.simulator.device.AttributeKey;
import org.waggle.simulator.device.ClusterAttributes;
import org.waggle.simulator.device.ClusterBehaviour;
import org.waggle.simulator.device.Reply;
import org.waggle.simulator.device.Request;
import org.waggle.simulator.device.VirtualEndpoint;
import org.waggle.simulator.wire.WireReader;
import org.waggle.simulator.wire.WireWriter;
import org.waggle.zcl.ClusterCommand;
import org.waggle.zcl.ZclType;

/** genIdentify, 0x0003 (ZCL 3.5). */
final class Identify implements ClusterBehaviour {

  static final int CLUSTER = 0x0003;
  private static final int IDENTIFY_TIME = 0x0000;

  private final VirtualEndpoint endpoint;
  private final ClusterAttributes attributes;
  private @Nullable Future<?> countdown;

  Identify(VirtualEndpoint endpoint, ClusterAttributes attributes) {
    this.endpoint = endpoint;
    this.attributes = attributes;
    attributes.define(IDENTIFY_TIME, ZclType.UINT16, 0);
  }

  boolean isIdentifying() {
    return attributes.number(IDENTIFY_TIME, 0) > 0;
  }

  @Override
  public int cluster() {
    return CLUSTER;
  }

  @Override
  public Reply received(ClusterCommand command, Request request) {
    return switch (command.id()) {
      case 0x00 -> {
        attributes.set(IDENTIFY_TIME, new WireReader(command.payload()).u16());
        count();
        yield Reply.SUCCESS;
      }
      case 0x01 ->
          isIdentifying()
              ? new Reply.Command(
                  0x00, new WireWriter().u16((int) attributes.number(IDENTIFY_TIME, 0)).toOctets())
              : Reply.NOTHING;
      case 0x40 -> Reply.SUCCESS;
      default -> Reply.UNSUPPORTED;
    };
  }

  @Override
  public void written(AttributeKey key) {
    count();
  }

  private void count() {
    if (countdown == null && isIdentifying()) {
      countdown = endpoint.scheduler().scheduleAtFixedRate(this::tick, 1, 1, TimeUnit.SECONDS);
    }
  }

  private void tick() {
    attributes.set(IDENTIFY_TIME, Math.max(0, attributes.number(IDENTIFY_TIME, 0) - 1));
    if (!isIdentifying() && countdown != null) {
      countdown.cancel(false);
      countdown = null;
    }
  }
}
