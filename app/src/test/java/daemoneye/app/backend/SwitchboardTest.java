package daemoneye.app.backend;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.guard.Protection;
import daemoneye.app.profile.Hue;
import daemoneye.app.profile.Profile;
import daemoneye.app.profile.TestResult;
import daemoneye.app.profile.Where;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.ScriptedCaller;
import daemoneye.rpc.client.call.resilience.Resilience;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.protocol.time.FakeTicker;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/// Each worker's task runs when the test says so, in the order the test says.
class SwitchboardTest {
    private final List<String> events = new ArrayList<>();
    private final List<Backend> shown = new ArrayList<>();
    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private final FakeTicker ticker = new FakeTicker();
    private final Switchboard switchboard =
            new Switchboard(
                    new Source(), ticker, work::add, Runnable::run, backend("first"), shown::add);

    @Test
    void theWindowSaysAtOnceWhereItIsGoing() {
        switchboard.switchTo(far("second"));

        assertThat(events).as("nothing has run yet").isEmpty();
        assertThat(shown).singleElement().extracting(Backend::profile).isEqualTo("second");
        assertThat(shown.getFirst().fleet().snapshot().link())
                .isInstanceOf(ConnectionState.Reconnecting.class);

        workAll();
        assertThat(events).containsExactly("close first", "open second");
        assertThat(shown).hasSize(2);
    }

    @Test
    void aConnectionElsewhereDoesNotWaitForTheEndOfTheLastOne() {
        switchboard.switchTo(far("second"));
        work.pollLast().run();

        assertThat(events).containsExactly("open second");
        assertThat(shown).hasSize(2);
    }

    @Test
    void whatIsHostedHereWaitsUntilTheLastOneIsGone() {
        switchboard.switchTo(Profile.here());
        assertThat(work).hasSize(1);

        workAll();
        assertThat(events).containsExactly("close first", "open this machine");
    }

    @Test
    void whatComesTooLateIsClosedUnseen() {
        switchboard.switchTo(far("second"));
        work.pollFirst().run();
        switchboard.switchTo(Profile.here());
        switchboard.switchTo(far("third"));
        workAll();

        assertThat(shown.getLast().profile()).isEqualTo("third");
        assertThat(shown).extracting(Backend::profile).filteredOn("second"::equals).hasSize(1);
        assertThat(events).contains("open third").doesNotContain("open this machine");
    }

    @Test
    void oneThatOpenedWhileThePersonWentElsewhereIsClosed() {
        var late = new Backend[1];
        var board =
                new Switchboard(
                        new Source() {
                            @Override
                            public Backend open(Profile profile) throws IOException {
                                late[0] = super.open(profile);
                                return late[0];
                            }
                        },
                        ticker,
                        work::add,
                        work::add,
                        backend("first"),
                        shown::add);
        board.switchTo(far("second"));
        work.pollFirst().run();
        work.pollFirst().run();
        assertThat(events).containsExactly("close first", "open second");
        board.switchTo(far("third"));
        workAll();

        assertThat(events).contains("close second", "open third");
        assertThat(shown.getLast().profile()).isEqualTo("third");
        assertThat(events).doesNotContain("close third");
    }

    @Test
    void whoStopsToWaitStandsStillAndWhatComesLateIsClosedUnseen() {
        switchboard.switchTo(far("second"));
        work.pollFirst().run();
        switchboard.stop("second", "you stopped waiting.");
        workAll();

        assertThat(shown.getLast().profile()).isEqualTo("second");
        assertThat(shown.getLast().fleet().snapshot().link())
                .isEqualTo(new ConnectionState.Closed("you stopped waiting."));
        assertThat(events).containsExactly("close first");
        assertThat(switchboard.close()).isNotDone();
        workAll();
    }

    @Test
    void whoStopsALinkThatIsTriedAgainAndAgainClosesIt() {
        switchboard.switchTo(far("second"));
        workAll();
        switchboard.stop("second", "you stopped waiting.");
        workAll();

        assertThat(events).containsExactly("close first", "open second", "close second");
    }

    @Test
    void whoWaitsSeesTheSecondsPass() {
        var taken = new ArrayList<Long>();
        switchboard.switchTo(far("second"));
        var unwatch =
                shown.getFirst().fleet().watch(each -> taken.add(each.takenNanos() / 1_000_000));
        ticker.advance(Duration.ofMillis(2500));
        unwatch.run();
        ticker.advance(Duration.ofSeconds(5));

        assertThat(taken).containsExactly(0L, 1000L, 2000L);
    }

    @Test
    void whatCannotStartSaysWhy() {
        switchboard.switchTo(far("broken"));
        workAll();

        assertThat(shown.getLast().fleet().snapshot().link())
                .isEqualTo(new ConnectionState.Closed("There is no file a.token."));
    }

    @Test
    void closingWaitsForEverythingThatWasLeft() {
        switchboard.switchTo(far("second"));
        var closed = switchboard.close();
        work.pollLast().run();
        assertThat(closed).isNotDone();

        workAll();
        assertThat(closed).isCompleted();
        assertThat(events).contains("close first");
    }

    private void workAll() {
        while (!work.isEmpty()) {
            work.pollFirst().run();
        }
    }

    private static Profile far(String name) {
        return new Profile(name, new Where.Unix(Path.of("/run/x.sock")), Hue.RED, Protection.OPEN);
    }

    private Backend backend(String name) {
        return new Backend(
                name,
                "console@test",
                new ScriptedCaller(),
                Resilience.NONE,
                new SampleFleet(),
                ticker,
                () -> events.add("close " + name));
    }

    private class Source implements BackendSource {
        @Override
        public Backend open(Profile profile) throws IOException {
            if (profile.name().equals("broken")) {
                throw new IOException("There is no file a.token.");
            }
            events.add("open " + profile.name());
            return backend(profile.name());
        }

        @Override
        public TestResult test(Profile profile, CompletionStage<Void> givenUp) {
            return new TestResult(true, "");
        }
    }
}
