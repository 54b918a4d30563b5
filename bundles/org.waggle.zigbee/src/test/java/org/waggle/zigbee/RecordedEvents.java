package org.waggle.zigbee;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.waggle.zcl.IeeeAddress;
import org.waggle.zigbee.api.NetworkListener;
import org.waggle.zigbee.api.NetworkStatus;
import org.waggle.zigbee.api.NetworkStatus.State;
import org.waggle.zigbee.api.ZclMessage;
import org.waggle.zigbee.api.ZigbeeNode;

/** What a network told, in short. */
final class RecordedEvents implements NetworkListener {

  private static final Set<State> UNDER_WAY =
      EnumSet.of(State.PROBING, State.OPENING, State.RESUMING, State.FORMING, State.RESTORING);

  final List<String> events = new ArrayList<>();
  final List<NetworkStatus> statuses = new ArrayList<>();
  final List<ZclMessage> messages = new ArrayList<>();
  int heard;

  List<String> take() {
    List<String> taken = List.copyOf(events);
    events.clear();
    return taken;
  }

  /** The states since the last call, with those that pass by themselves. */
  List<State> takeStates() {
    List<State> taken = statuses.stream().map(NetworkStatus::state).toList();
    statuses.clear();
    return taken;
  }

  @Override
  public void statusChanged(NetworkStatus status) {
    statuses.add(status);
    if (!UNDER_WAY.contains(status.state())) {
      events.add("status " + status.state());
    }
  }

  @Override
  public void joinWindowChanged() {
    events.add("join window");
  }

  @Override
  public void joined(ZigbeeNode node) {
    events.add("joined " + shortly(node.ieeeAddress()));
  }

  @Override
  public void announced(ZigbeeNode node) {
    events.add("announced " + shortly(node.ieeeAddress()));
  }

  @Override
  public void interviewed(ZigbeeNode node) {
    events.add("interviewed " + shortly(node.ieeeAddress()) + " " + node.interviewState());
  }

  @Override
  public void left(IeeeAddress ieeeAddress) {
    events.add("left " + shortly(ieeeAddress));
  }

  @Override
  public void addressChanged(ZigbeeNode node) {
    events.add("address " + shortly(node.ieeeAddress()) + " " + node.networkAddress());
  }

  @Override
  public void nodeChanged(ZigbeeNode node) {
    events.add("changed " + shortly(node.ieeeAddress()));
  }

  @Override
  public void groupsChanged() {
    events.add("groups");
  }

  @Override
  public void received(ZclMessage message) {
    messages.add(message);
  }

  @Override
  public void heard(ZigbeeNode node) {
    heard++;
  }

  private static String shortly(IeeeAddress address) {
    return Long.toHexString(address.value());
  }
}
