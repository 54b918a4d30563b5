package org.waggle.bridge.extension;

import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.waggle.bridge.api.Entity;
import org.waggle.bridge.api.extension.BridgeListener;
import org.waggle.bridge.api.extension.StateHook;
import org.waggle.bridge.log.BridgeLog;
import org.waggle.zigbee.api.Subscription;

/** Listeners and hooks. Added on any thread, called on the event thread. */
public final class Extensions {

  private final BridgeLog log;
  private final CopyOnWriteArrayList<BridgeListener> listeners = new CopyOnWriteArrayList<>();
  private final CopyOnWriteArrayList<StateHook> hooks = new CopyOnWriteArrayList<>();

  public Extensions(BridgeLog log) {
    this.log = log;
  }

  public Subscription listen(BridgeListener listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  public Subscription addHook(StateHook hook) {
    hooks.add(hook);
    return () -> hooks.remove(hook);
  }

  public boolean hasListeners() {
    return !listeners.isEmpty();
  }

  /** Calls all listeners; a fault of one costs the others nothing. */
  public void tell(Consumer<BridgeListener> call) {
    for (BridgeListener listener : listeners) {
      guarded(listener, () -> call.accept(listener));
    }
  }

  public boolean hasHooks() {
    return !hooks.isEmpty();
  }

  /** Lets all hooks change a message. */
  public void change(Entity entity, Map<String, @Nullable Object> message) {
    for (StateHook hook : hooks) {
      guarded(hook, () -> hook.beforePublish(entity, message));
    }
  }

  private void guarded(Object extension, Runnable call) {
    try {
      call.run();
    } catch (RuntimeException | LinkageError e) {
      // The code of another bundle: whatever it does must not stop the bridge.
      log.fault("Extension '" + extension.getClass().getName() + "' failed", e);
    }
  }
}
