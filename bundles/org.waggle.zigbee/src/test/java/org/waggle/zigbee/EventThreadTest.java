package org.waggle.zigbee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.waggle.zigbee.api.NetworkListener;
import org.waggle.zigbee.api.ZigbeeException;
import org.waggle.zigbee.api.ZigbeeException.Reason;

class EventThreadTest {

  private final VirtualTime time = new VirtualTime();
  private final EventThread thread = new EventThread(time, time);

  @Test
  void tellsTheCallerOfAnErrorToo() {
    CompletionStage<Void> work =
        thread.call(
            () -> {
              throw new NoClassDefFoundError("of a bundle that left");
            });
    time.settle();

    assertThat(cause(work)).hasMessage("of a bundle that left");
  }

  @Test
  void refusesWorkOnceItIsClosed() {
    thread.close();

    CompletionStage<Void> work = thread.call(() -> CompletableFuture.completedStage(null));
    thread.execute(() -> {});

    assertThat(cause(work).reason()).isEqualTo(Reason.CLOSED);
  }

  @Test
  void runsTasksInTheirOrderHoweverMany() {
    List<Integer> run = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      int number = i;
      thread.execute(() -> run.add(number));
    }
    time.settle();

    assertThat(run).hasSize(500).isSorted();
  }

  @Test
  void startsWorkAtOnceForWhoIsOnItAlready() {
    List<String> run = new ArrayList<>();
    thread.execute(
        () -> {
          thread.execute(() -> run.add("queued"));
          thread.callNow(() -> done(() -> run.add("at once")));
        });
    CompletionStage<Void> outside = thread.callNow(() -> done(() -> run.add("from outside")));
    assertThat(outside.toCompletableFuture()).isNotDone();

    time.settle();

    assertThat(run).containsExactly("at once", "from outside", "queued");
  }

  private static CompletionStage<Void> done(Runnable work) {
    work.run();
    return CompletableFuture.completedStage(null);
  }

  @Test
  void goesOnAfterATaskThatFails() {
    List<String> run = new ArrayList<>();
    thread.execute(
        () -> {
          throw new NoClassDefFoundError("of a bundle that left");
        });
    thread.execute(() -> run.add("next"));
    time.settle();

    assertThat(run).containsExactly("next");
  }

  @Test
  void runsWhatIsDueThoughTasksNeverEnd() {
    List<String> run = new ArrayList<>();
    Runnable busy =
        new Runnable() {
          @Override
          public void run() {
            if (run.isEmpty()) {
              thread.execute(this);
            }
          }
        };
    thread.execute(busy);
    thread.schedule(Duration.ZERO, () -> run.add("due"));

    time.settle();

    assertThat(run).containsExactly("due");
  }

  @Test
  void dropsWhatIsQueuedWhenItIsClosed() {
    List<String> run = new ArrayList<>();
    thread.execute(thread::close);
    thread.execute(() -> run.add("after"));
    time.settle();
    thread.execute(() -> run.add("later"));
    time.settle();

    assertThat(run).isEmpty();
  }

  @Test
  void tellsTheOtherListenersWhenAClassOfOneIsGone() {
    Listeners listeners = new Listeners();
    List<String> told = new ArrayList<>();
    listeners.add(
        new NetworkListener() {
          @Override
          public void groupsChanged() {
            throw new NoClassDefFoundError("of a bundle that left");
          }
        });
    listeners.add(
        new NetworkListener() {
          @Override
          public void groupsChanged() {
            told.add("groups changed");
          }
        });

    listeners.tell(NetworkListener::groupsChanged);

    assertThat(told).containsExactly("groups changed");
  }

  private static ZigbeeException cause(CompletionStage<?> stage) {
    CompletionException failure =
        catchThrowableOfType(
            CompletionException.class, () -> stage.toCompletableFuture().getNow(null));
    return (ZigbeeException) failure.getCause();
  }
}
