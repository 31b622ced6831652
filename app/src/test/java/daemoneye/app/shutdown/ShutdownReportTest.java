package daemoneye.app.shutdown;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.shutdown.ShutdownFact.Forcing;
import daemoneye.app.shutdown.ShutdownFact.Reached;
import daemoneye.app.shutdown.ShutdownFact.Said;
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
    void phrasesOfAgentAndCollectorAreUnderstood() {
        assertThat(phrase("asked it to clean up and end"))
                .isEqualTo(new Reached(ShutdownPhase.PREPARING));
        assertThat(phrase("it cleans up; waiting for its process to end"))
                .isEqualTo(new Reached(ShutdownPhase.CLEANUP));
        assertThat(phrase("terminating it")).isEqualTo(new Forcing("terminate"));
        assertThat(phrase("killing it")).isEqualTo(new Forcing("kill"));
        assertThat(phrase("flush_events: all events are published"))
                .isEqualTo(
                        new TaskOver("flush_events", "all events are published", Optional.empty()));
    }

    @Test
    void timesAreReadInEveryWayTheyAreSaid() {
        for (var said :
                List.of(
                        "save_state: saved (212 ms)",
                        "save_state: saved in 212 ms",
                        "save_state: saved, 0.212 s",
                        "save_state: saved after 212ms")) {
            assertThat(phrase(said))
                    .as(said)
                    .isEqualTo(
                            new TaskOver(
                                    "save_state", "saved", Optional.of(Duration.ofMillis(212))));
        }
    }

    @Test
    void namedFieldsCountFirst() {
        var report = new LinkedHashMap<String, ConfigValue>();
        report.put("step", ConfigValue.of("flush_events: 5 events could not be published"));
        report.put("phase", ConfigValue.of("Cleanup"));
        report.put("task", ConfigValue.of("flush_events"));
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
    void whateverElseIsSaidIsKeptAndNothingThrows() {
        assertThat(phrase("working for 3 s")).isEqualTo(new Said("working for 3 s"));
        assertThat(phrase("it did not take the call: no")).isInstanceOf(Said.class);
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
        var said = (Said) phrase("\u202Eevil\u0007\n" + "x".repeat(10_000));

        assertThat(said.text()).hasSizeLessThanOrEqualTo(300).doesNotContain("\u202E", "\u0007");
        assertThat(phrase("a_b: " + "9".repeat(10_000) + " ms")).isInstanceOf(TaskOver.class);
    }

    private static ShutdownFact phrase(String said) {
        return ShutdownReport.phrase(said);
    }
}
