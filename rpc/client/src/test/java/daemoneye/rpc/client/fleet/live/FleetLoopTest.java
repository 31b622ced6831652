package daemoneye.rpc.client.fleet.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

class FleetLoopTest {
    private final List<String> done = new ArrayList<>();

    @Test
    void aTaskGivenFromWithinATaskWaitsForItsTurn() {
        var loop = new FleetLoop(Runnable::run);
        loop.execute(
                () -> {
                    loop.execute(() -> done.add("inner"));
                    done.add("outer");
                });

        assertThat(done).containsExactly("outer", "inner");
    }

    @Test
    void aTaskThatFailsDoesNotStopTheNext() {
        var loop = new FleetLoop(Runnable::run);
        loop.execute(
                () -> {
                    throw new IllegalStateException("a bug");
                });
        loop.execute(() -> done.add("next"));

        assertThat(done).containsExactly("next");
    }

    @Test
    void aClassThatCannotBeLoadedDoesNotFreezeThePictureOfTheFleet() {
        var handed = new ArrayDeque<Runnable>();
        var loop = new FleetLoop(handed::add);
        loop.execute(
                () -> {
                    throw new NoClassDefFoundError("a watcher's");
                });
        loop.execute(() -> done.add("waits"));
        handed.remove().run();

        assertThat(done).containsExactly("waits");
    }

    @Test
    void theExecutorGetsOneTaskAtATime() {
        var handed = new ArrayDeque<Runnable>();
        var loop = new FleetLoop(handed::add);
        loop.execute(() -> done.add("a"));
        loop.execute(() -> done.add("b"));
        loop.offer(() -> done.add("c"));
        assertThat(handed).hasSize(1);

        handed.remove().run();
        assertThat(done).containsExactly("a", "b", "c");
    }

    @Test
    void offersAreRefusedAndCountedWhenTooMuchWaitsButOrdersAreNot() {
        var handed = new ArrayDeque<Runnable>();
        var loop = new FleetLoop(handed::add);
        for (int nth = 0; nth < FleetLoop.MAX_WAITING + 3; nth++) {
            loop.offer(() -> done.add("beat"));
        }
        loop.execute(() -> done.add("order"));
        handed.remove().run();

        assertThat(loop.takeRefused()).isEqualTo(3);
        assertThat(loop.takeRefused()).isZero();
        assertThat(done).hasSize(FleetLoop.MAX_WAITING + 1).endsWith("order");
    }

    @Test
    void aFutureThatFailsRunsNothing() {
        var loop = new FleetLoop(Runnable::run);
        loop.whenDone(
                CompletableFuture.failedFuture(new IllegalStateException("no link")),
                result -> done.add("wrong"));
        loop.whenDone(CompletableFuture.completedFuture("right"), done::add);

        assertThat(done).containsExactly("right");
    }
}
