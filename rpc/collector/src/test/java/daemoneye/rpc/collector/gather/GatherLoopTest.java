package daemoneye.rpc.collector.gather;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.collector.fake.FakeGatherer;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.time.FakeTicker;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

class GatherLoopTest {
    private final FakeTicker ticker = new FakeTicker();
    private final FakeGatherer gatherer = new FakeGatherer();
    private final List<Observation> told = new ArrayList<>();
    private GatherPace pace = new GatherPace(Duration.ofSeconds(2), 3);
    private final GatherLoop loop =
            new GatherLoop(gatherer, ticker, Runnable::run, () -> pace, told::addAll);

    @Test
    void looksAtOnceAndThenEveryInterval() {
        loop.start();
        ticker.advance(Duration.ofSeconds(7));

        assertThat(gatherer.scans()).isEqualTo(4);
        assertThat(loop.state().scans()).isEqualTo(4);
    }

    @Test
    void aNewPaceHoldsAtOnce() {
        pace = new GatherPace(Duration.ofHours(1), 3);
        loop.start();
        ticker.advance(Duration.ofSeconds(9));
        pace = new GatherPace(Duration.ofSeconds(10), 3);
        loop.repace();
        ticker.advance(Duration.ofSeconds(1));

        assertThat(gatherer.scans()).isEqualTo(2);
        ticker.advance(Duration.ofSeconds(20));
        assertThat(gatherer.scans()).isEqualTo(4);
    }

    @Test
    void aSlowerPaceDoesNotLeaveTheOldTurnsBehind() {
        loop.start();
        pace = new GatherPace(Duration.ofSeconds(60), 3);
        loop.repace();
        loop.repace();
        ticker.advance(Duration.ofSeconds(59));

        assertThat(gatherer.scans()).isEqualTo(1);
        assertThat(ticker.waitingAlarms()).isEqualTo(1);
    }

    @Test
    void whatIsBeyondTheBoundOfAScanIsCounted() {
        gatherer.eventsEach(5);
        loop.start();

        assertThat(told).hasSize(3);
        assertThat(loop.state().omitted()).isEqualTo(2);
    }

    @Test
    void aScanThatThrowsIsAnErrorAndNotTheEnd() {
        gatherer.breakDown();
        loop.start();
        ticker.advance(Duration.ofSeconds(3));

        assertThat(loop.state().errors()).isEqualTo(2);
        assertThat(loop.state().last().orElseThrow().components().getFirst().status())
                .isEqualTo(HealthStatus.UNHEALTHY);
    }

    @Test
    void whoeverIsToldAndThrowsDoesNotEndTheLooking() {
        var failing =
                new GatherLoop(
                        gatherer,
                        ticker,
                        new Guarded(),
                        () -> pace,
                        _ -> {
                            throw new IllegalStateException("a bug");
                        });
        gatherer.eventsEach(1);
        failing.start();
        ticker.advance(Duration.ofSeconds(3));

        assertThat(gatherer.scans()).isEqualTo(2);
    }

    /// As an executor's thread does: what a task throws ends the task only.
    private static final class Guarded implements Executor {
        @Override
        public void execute(Runnable task) {
            try {
                task.run();
            } catch (IllegalStateException bug) {
                assertThat(bug).hasMessage("a bug");
            }
        }
    }

    @Test
    void afterTheCloseNothingIsLookedAtAndNothingWaits() {
        loop.start();
        loop.close();
        ticker.advance(Duration.ofSeconds(10));

        assertThat(gatherer.scans()).isEqualTo(1);
        assertThat(gatherer.isClosed()).isTrue();
        assertThat(ticker.waitingAlarms()).isZero();
    }

    @Test
    void aGathererThatCannotBeMadeIsTriedAgain() {
        var tries = new ArrayList<String>();
        var late =
                new LateGatherer(
                        List.of("process_enumeration"),
                        () -> {
                            tries.add("try");
                            if (tries.size() == 1) {
                                throw new IOException("not yet");
                            }
                            return gatherer;
                        });

        assertThat(Looks.component(Looks.at(late, 1), "process_enumeration").message())
                .isEqualTo("not yet");
        assertThat(Looks.worst(Looks.at(late, 2))).isEqualTo(HealthStatus.HEALTHY);
        Looks.at(late, 3);
        assertThat(tries).hasSize(2);
    }
}
