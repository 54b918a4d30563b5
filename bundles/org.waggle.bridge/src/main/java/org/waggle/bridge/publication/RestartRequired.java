package org.waggle.bridge.publication;

/** Whether something was changed that takes effect at the next start only. */
public final class RestartRequired {

  private volatile boolean set;

  public boolean isSet() {
    return set;
  }

  public void set() {
    set = true;
  }
}
