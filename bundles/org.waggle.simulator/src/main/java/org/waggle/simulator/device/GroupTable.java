package org.waggle.simulator.device;

import java.util.SortedSet;
import java.util.TreeSet;

/** The groups an endpoint is a member of. */
public final class GroupTable {

  public static final int CAPACITY = 16;

  private final SortedSet<Integer> groups = new TreeSet<>();

  public boolean contains(int group) {
    return groups.contains(group);
  }

  public SortedSet<Integer> all() {
    return new TreeSet<>(groups);
  }

  public boolean isFull() {
    return groups.size() >= CAPACITY;
  }

  public void add(int group) {
    groups.add(group);
  }

  /** Tells whether it was a member. */
  public boolean remove(int group) {
    return groups.remove(group);
  }

  public void clear() {
    groups.clear();
  }
}
