package daemoneye.rpc.collector.settings;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.collector.capability.CollectorType;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;

/// Settings that change while others read them.
class LiveSettingsTest {
    private static final String KEY = "0123456789abcdef";

    private final LiveSettings live =
            new LiveSettings(CollectorSettings.usual(CollectorType.PROCESS));

    @Test
    void hotOnesHoldAtOnceAndOthersWaitForARestart() {
        var report =
                change(
                        Map.of(
                                "batch_size", ConfigValue.of(7),
                                "event_queue_capacity", ConfigValue.of(200)));

        assertThat(report.applied()).containsExactly("batch_size");
        assertThat(report.restart()).containsExactly("event_queue_capacity");
        assertThat(live.now().number("batch_size")).isEqualTo(7);
        assertThat(live.now().number("event_queue_capacity")).isEqualTo(5_000);
        assertThat(live.waiting()).containsExactly("event_queue_capacity");
        assertThat(live.now().version()).isEqualTo(2);
    }

    @Test
    void whatWaitsAndIsToldBackWaitsNoMore() {
        change(Map.of("event_queue_capacity", ConfigValue.of(200)));
        assertThat(change(Map.of("event_queue_capacity", ConfigValue.of(200))).skipped())
                .containsExactly("event_queue_capacity");
        change(Map.of("event_queue_capacity", ConfigValue.of(5_000)));

        assertThat(live.waiting()).isEmpty();
    }

    @Test
    void whatIsSoAlreadyIsSkippedAndMakesNoVersion() {
        var report = change(Map.of("batch_size", ConfigValue.of(100)));

        assertThat(report.skipped()).containsExactly("batch_size");
        assertThat(report.version()).isEqualTo(1).isEqualTo(live.now().version());
    }

    @Test
    void oneFaultRefusesAll() {
        var before = live.now();
        var report =
                change(Map.of("batch_size", ConfigValue.of(7), "top_count", ConfigValue.of(0)));

        assertThat(report.refused()).singleElement().asString().contains("top_count");
        assertThat(report.applied()).isEmpty();
        assertThat(live.now()).isSameAs(before);
    }

    @Test
    void validatingChangesNothing() {
        var before = live.now();
        var report = live.validate(Map.of("batch_size", ConfigValue.of(7)));

        assertThat(report.applied()).containsExactly("batch_size");
        assertThat(live.now()).isSameAs(before);
    }

    @Test
    void nothingMeansTheUsualValueAndAMaskTheOldSecret() {
        change(Map.of("batch_size", ConfigValue.of(7), "hash_key", ConfigValue.of(KEY)));
        var report =
                change(
                        Map.of(
                                "batch_size",
                                new ConfigValue.Nothing(),
                                "hash_key",
                                ConfigValue.of("••••")));

        assertThat(report.applied()).containsExactly("batch_size");
        assertThat(report.skipped()).containsExactly("hash_key");
        assertThat(live.now().text("hash_key")).isEqualTo(KEY);
        assertThat(live.now().number("batch_size")).isEqualTo(100);
    }

    @Test
    void ifOneCannotTakeTheNewOnesAllGetTheOldOnesAgain() {
        var told = new ArrayList<String>();
        live.onChange((before, after) -> told.add("first " + after.number("batch_size")));
        live.onChange(
                (before, after) -> {
                    told.add("second " + after.number("batch_size"));
                    if (after.number("batch_size") == 7) {
                        throw new IOException("the disk is gone");
                    }
                });
        var before = live.now();
        var report = change(Map.of("batch_size", ConfigValue.of(7)));

        assertThat(report.rolledBack()).contains("the disk is gone");
        assertThat(report.applied()).isEmpty();
        assertThat(report.version()).isEqualTo(1);
        assertThat(live.now()).isSameAs(before);
        assertThat(told).containsExactly("first 7", "second 7", "second 100", "first 100");
    }

    @Test
    void toldToKeepThemTheNewOnesStay() {
        live.onChange(
                (before, after) -> {
                    throw new IOException("the disk is gone");
                });
        var report =
                live.change(Map.of("batch_size", ConfigValue.of(7)), OptionalLong.empty(), false);

        assertThat(report.rolledBack()).isEmpty();
        assertThat(live.now().number("batch_size")).isEqualTo(7);
    }

    @Test
    void anAgentSaysWhichVersionItIs() {
        var report = live.change(Map.of(), OptionalLong.of(12), true);

        assertThat(report.version()).isEqualTo(12);
        assertThat(live.now().version()).isEqualTo(12);
    }

    /// Both settings always change together: who sees one new and one old has seen half a change.
    @Test
    void nobodySeesHalfAChange() throws InterruptedException {
        var ended = new AtomicBoolean();
        var halves = new ArrayList<String>();
        var reader =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    while (!ended.get()) {
                                        var now = live.now();
                                        int difference =
                                                now.number("batch_size") - now.number("top_count");
                                        if (difference != 0 && now.version() > 1) {
                                            halves.add(now.toString());
                                        }
                                    }
                                });
        for (int value = 1; value <= 100; value++) {
            change(
                    Map.of(
                            "batch_size", ConfigValue.of(value),
                            "top_count", ConfigValue.of(value)));
        }
        ended.set(true);
        reader.join();

        assertThat(live.now().version()).isEqualTo(101);
        assertThat(halves).isEmpty();
    }

    @Test
    void aSecretIsInNoText() {
        change(Map.of("hash_key", ConfigValue.of(KEY)));
        var refused = change(Map.of("hash_key", ConfigValue.of("not good enough " + KEY)));

        assertThat(
                        List.of(
                                live.now().toString(),
                                live.now().shown().toString(),
                                refused.toString()))
                .noneMatch(text -> text.contains(KEY));
        assertThat(live.now().toString()).contains("hash_key=••••");
    }

    private ChangeReport change(Map<String, ConfigValue> changes) {
        return live.change(changes, OptionalLong.empty(), true);
    }
}
