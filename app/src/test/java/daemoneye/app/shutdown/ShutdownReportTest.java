package daemoneye.app.shutdown;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.shutdown.ShutdownFact.Forcing;
import daemoneye.app.shutdown.ShutdownFact.Reached;
import daemoneye.app.shutdown.ShutdownFact.TaskOver;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ShutdownReportTest {
    @Test
    void whatAgentsAndCollectorsSendIsUnderstood() {
        assertThat(facts("phase", "preparing"))
                .containsExactly(new Reached(ShutdownPhase.PREPARING));
        assertThat(facts("phase", "stopping")).containsExactly(new Reached(ShutdownPhase.STOPPING));
        assertThat(facts("phase", "forced", "by", "terminate"))
                .containsExactly(new Forcing("terminate"));
        assertThat(facts("phase", "forced", "by", "kill")).containsExactly(new Forcing("kill"));
    }

    @Test
    void aTaskComesWithItsOutcomeAndItsTime() {
        var report = new LinkedHashMap<String, ConfigValue>();
        report.put("step", ConfigValue.of("flush_events: words that nobody reads (7 ms)"));
        report.put("phase", ConfigValue.of("cleanup"));
        report.put("task", ConfigValue.of("flush_events"));
        report.put("outcome", ConfigValue.of("5 events could not be published"));
        report.put("duration_ms", ConfigValue.of(40L));

        assertThat(ShutdownReport.facts(report))
                .containsExactly(
                        new Reached(ShutdownPhase.CLEANUP),
                        new TaskOver(
                                "flush_events",
                                "5 events could not be published",
                                Optional.of(Duration.ofMillis(40))));
    }

    @Test
    void wordsAloneSayNothing() {
        for (var words : List.of("terminating it", "asked it to clean up and end", "a_b: done")) {
            assertThat(facts("step", words)).as(words).isEmpty();
        }
        assertThat(facts("phase", "forced", "by", "magic")).isEmpty();
    }

    @Test
    void theFinalAnswerTellsOfTheTasksWhoseReportsWereLost() {
        var answer =
                Map.<String, ConfigValue>of(
                        "cleanup_outcomes",
                        new ConfigValue.Table(Map.of("save_state", ConfigValue.of("saved"))),
                        "cleanup_durations_ms",
                        new ConfigValue.Table(Map.of("save_state", ConfigValue.of(212L))));

        assertThat(ShutdownReport.tasks(answer))
                .containsExactly(
                        new TaskOver("save_state", "saved", Optional.of(Duration.ofMillis(212))));
        assertThat(ShutdownReport.tasks(Map.of("cleanup_outcomes", ConfigValue.of("all"))))
                .isEmpty();
    }

    @Test
    void whateverElseIsSaidSaysNothingAndNothingThrows() {
        assertThat(ShutdownReport.facts(Map.of())).isEmpty();
        assertThat(
                        ShutdownReport.facts(
                                Map.of(
                                        "step", ConfigValue.of(7L),
                                        "task", ConfigValue.of(true),
                                        "phase", ConfigValue.of("sideways"))))
                .isEmpty();
        assertThat(
                        ShutdownReport.facts(
                                Map.of(
                                        "task", ConfigValue.of("a_b"),
                                        "duration_ms", ConfigValue.of(Double.NaN))))
                .containsExactly(new TaskOver("a_b", "", Optional.empty()));
    }

    @Test
    void hostileTextIsCutAndStraightened() {
        var evil = "\u202Eevil\u0007\n" + "x".repeat(10_000);
        var told = (TaskOver) facts("task", evil, "outcome", evil).getFirst();

        for (var text : List.of(told.name(), told.outcome())) {
            assertThat(text).hasSizeLessThanOrEqualTo(300).doesNotContain("\u202E", "\u0007", "\n");
        }
    }

    private static List<ShutdownFact> facts(String... namesAndTexts) {
        var report = new LinkedHashMap<String, ConfigValue>();
        for (int at = 0; at < namesAndTexts.length; at += 2) {
            report.put(namesAndTexts[at], ConfigValue.of(namesAndTexts[at + 1]));
        }
        return ShutdownReport.facts(report);
    }
}
