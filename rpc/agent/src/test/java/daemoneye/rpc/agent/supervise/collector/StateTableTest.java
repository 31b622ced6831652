package daemoneye.rpc.agent.supervise.collector;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.fake.Fleet;
import daemoneye.rpc.agent.supervise.start.StartOrder;
import daemoneye.rpc.agent.supervise.stop.StopOrder;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.state.ProcessState;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What each thing that can happen makes of each state: the state after it, or the code of the
/// refusal. In states without a process, what its last process says comes too late.
class StateTableTest {
    private static final ProcessState[] COLUMNS = {
        ProcessState.UNREGISTERED,
        ProcessState.STARTING,
        ProcessState.RUNNING,
        ProcessState.PAUSED,
        ProcessState.STOPPING,
        ProcessState.STOPPED,
        ProcessState.FAILED,
        ProcessState.QUARANTINED
    };

    @ParameterizedTest
    @CsvSource({
        "start,       starting     busy     already  already  busy     starting starting starting",
        "stop,        not          stopping stopping stopping busy     not      stopped  stopped",
        "force,       not          stopped  stopped  stopped  stopped  not      stopped  not",
        "other fence, changed      changed  changed  changed  changed  changed  changed  changed",
        "clean exit,  unregistered failed   stopped  stopped  stopped  stopped  failed quarantined",
        "crash,       unregistered failed   failed   failed   stopped  stopped  failed quarantined",
        "good-bye,    unregistered stopping stopping stopping stopping stopped  failed quarantined",
        "registers,   unregistered starting running  paused   stopping stopped  failed quarantined",
        "beats,       unregistered starting running  running  stopping stopped  failed quarantined",
        "beats pause, unregistered starting paused   paused   stopping stopped  failed quarantined",
        "is silent,   unregistered starting running  paused   stopping stopped  failed quarantined",
        "agent ends,  unregistered stopping stopping stopping stopping stopped  failed quarantined"
    })
    void everyEventMeetsEveryState(String event, String row) {
        var expected = row.trim().split(" +", -1);
        for (int at = 0; at < COLUMNS.length; at++) {
            assertThat(new Case(COLUMNS[at]).after(event))
                    .as("%s in state %s", event, COLUMNS[at])
                    .isEqualTo(expected[at]);
        }
    }

    /// One collector in one state.
    private static final class Case {
        private static final Duration LONG = Duration.ofSeconds(10);

        private final Fleet fleet = new Fleet();
        private final SupervisedCollector collector = fleet.procmond();

        Case(ProcessState state) {
            switch (state) {
                case UNREGISTERED, UNKNOWN -> {}
                case STARTING -> start();
                case RUNNING -> run();
                case PAUSED -> {
                    run();
                    collector.beat(Fleet.beat(life(), 2, true));
                }
                case STOPPING -> {
                    run();
                    var _ = stop();
                }
                case STOPPED -> {
                    run();
                    fleet.launcher.last().ends(0);
                }
                case FAILED -> {
                    run();
                    fleet.launcher.last().ends(1);
                }
                case QUARANTINED -> {
                    run();
                    for (int crash = 0; crash < 4; crash++) {
                        fleet.launcher.last().ends(1);
                        fleet.ticker.advance(Duration.ofSeconds(5));
                    }
                }
            }
            assertThat(collector.info().state()).isEqualTo(state);
        }

        String after(String event) {
            return happens(event)
                    .filter(CompletableFuture::isDone)
                    .map(CompletableFuture::join)
                    .flatMap(Case::refusal)
                    .orElseGet(() -> collector.info().state().wireName());
        }

        private Optional<CompletableFuture<Answer>> happens(String event) {
            return switch (event) {
                case "start" -> Optional.of(collector.start(StartOrder.plain(), step -> {}));
                case "stop" -> Optional.of(stop());
                case "force" -> Optional.of(collector.kill("test", Optional.empty()));
                case "other fence" ->
                        Optional.of(collector.kill("test", Optional.of(new Incarnation(99))));
                case "agent ends" -> Optional.of(collector.retire(LONG, "the end"));
                default -> {
                    says(event);
                    yield Optional.empty();
                }
            };
        }

        // Of the last life, if there was one.
        private void says(String what) {
            if (collector.info().incarnation().isEmpty()) {
                return;
            }
            switch (what) {
                case "clean exit" -> fleet.launcher.last().ends(0);
                case "crash" -> fleet.launcher.last().ends(1);
                case "good-bye" -> collector.goodBye(life(), Optional.empty());
                case "registers" -> {
                    if (collector.info().state().hasProcess()) {
                        var _ = collector.register(Fleet.registration(life()));
                    }
                }
                case "beats" -> collector.beat(Fleet.beat(life(), 9, false));
                case "beats pause" -> collector.beat(Fleet.beat(life(), 9, true));
                case "is silent" -> collector.silent(Duration.ofSeconds(3), Duration.ofSeconds(1));
                default -> throw new IllegalArgumentException(what);
            }
        }

        private void start() {
            var _ = collector.start(StartOrder.plain(), step -> {});
        }

        private void run() {
            start();
            fleet.becomesReady(collector);
        }

        private CompletableFuture<Answer> stop() {
            return collector.stop(
                    StopOrder.gentle(LONG, "test", Optional.empty()),
                    (incarnation, order) -> new CompletableFuture<>(),
                    step -> {});
        }

        private Incarnation life() {
            return collector.info().incarnation().orElseThrow();
        }

        private static Optional<String> refusal(Answer answer) {
            return answer instanceof Answer.Failure(var error)
                    ? Optional.of(word(error.code()))
                    : Optional.empty();
        }

        private static String word(String code) {
            return switch (code) {
                case "COLLECTOR_BUSY" -> "busy";
                case "COLLECTOR_ALREADY_RUNNING" -> "already";
                case "COLLECTOR_NOT_RUNNING" -> "not";
                case "INCARNATION_CHANGED" -> "changed";
                default -> code.toLowerCase(Locale.ROOT);
            };
        }
    }
}
