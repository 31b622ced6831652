package daemoneye.rpc.client.audit.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import daemoneye.rpc.client.audit.chain.LogSettings;
import daemoneye.rpc.client.audit.chain.Recorder;
import daemoneye.rpc.client.audit.disk.FolderDisk;
import daemoneye.rpc.client.audit.fake.Entries;
import daemoneye.rpc.client.audit.format.AuditDraft;
import daemoneye.rpc.client.audit.format.AuditFacts;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/// Looking for entries in the logs of several processes, in real files.
class AuditSearchTest {
    private static final List<String> ALL = List.of("agent-1", "procmond", "netmond");
    private static final int CALLS = 60;

    @TempDir private Path folder;
    private final FakeTicker ticker = new FakeTicker();

    @BeforeEach
    void threeLogsWithCallsByTurns() {
        var recorders = ALL.stream().map(this::recorder).toList();
        for (int number = 0; number < CALLS; number++) {
            ticker.advance(Duration.ofMillis(10));
            var recorder = recorders.get(number % 3);
            var draft = number % 2 == 0 ? Entries.intent(number) : failure(number);
            recorder.durable(new AuditDraft(ticker.now(), draft.facts(), true)).join();
        }
        recorders.forEach(Recorder::close);
    }

    @Test
    void pagesGoThroughAllEntriesOnceNewestFirst() throws IOException {
        var seen = new ArrayList<AuditHit>();
        var before = OptionalLong.empty();
        do {
            var page =
                    search(new AuditFilter(7, before, Optional.empty(), Optional.empty(), false));
            seen.addAll(page.hits());
            before = page.next();
        } while (before.isPresent());
        // opened and closed of three logs
        assertThat(seen).hasSize(CALLS + 6);
        assertThat(new HashSet<>(seen)).hasSize(CALLS + 6);
        assertThat(seen)
                .isSortedAccordingTo((a, b) -> b.entry().time().compareTo(a.entry().time()));
    }

    @Test
    void filtersNarrowItDown() throws IOException {
        var one = search(AuditFilter.of(Map.of("collector_id", ConfigValue.of("procmond"))));
        assertThat(one.hits()).isNotEmpty().allMatch(hit -> hit.process().equals("procmond"));
        var failures = search(AuditFilter.of(Map.of("failures_only", ConfigValue.of(true))));
        assertThat(failures.hits())
                .hasSize(CALLS / 2)
                .allMatch(hit -> hit.entry().facts() instanceof AuditFacts.Outcome);
        var stops = search(AuditFilter.of(Map.of("operation", ConfigValue.of("stop"))));
        assertThat(stops.hits())
                .hasSize(CALLS / 2)
                .allMatch(hit -> hit.entry().facts() instanceof AuditFacts.Intent);
    }

    @Test
    void whatIsAskedWronglyIsRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditFilter.of(Map.of("limit", ConfigValue.of(501))))
                .withMessageContaining("limit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditFilter.of(Map.of("operation", ConfigValue.of("Nap"))))
                .withMessageContaining("operation");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditFilter.of(Map.of("collector_id", ConfigValue.of("../x"))));
    }

    @Test
    void aFilterSurvivesTheWayThroughARequest() {
        var filter =
                new AuditFilter(
                        50,
                        OptionalLong.of(123_456),
                        Optional.of("procmond"),
                        Optional.of(CollectorOperation.RESTART),
                        true,
                        true,
                        true);
        assertThat(AuditFilter.of(filter.values())).isEqualTo(filter);
    }

    @Test
    void aQuestionWithoutNewWishesIsOneThatOlderAgentsKnow() {
        var filter =
                new AuditFilter(5, OptionalLong.empty(), Optional.empty(), Optional.empty(), true);
        assertThat(filter.values()).containsOnlyKeys("limit", "failures_only");
    }

    @Test
    void changesOnlyLeavesReadsOutAndHeadersComeWhenAskedFor() throws IOException {
        var read = Entries.read(99);
        try (var recorder = recorder("netmond")) {
            recorder.durable(new AuditDraft(ticker.now(), read.facts(), false)).join();
        }
        var all = search(AuditFilter.of(Map.of("limit", ConfigValue.of(500))));
        var changes =
                search(
                        AuditFilter.of(
                                Map.of(
                                        "limit", ConfigValue.of(500),
                                        "changes_only", ConfigValue.of(true))));
        assertThat(all.hits()).hasSize(changes.hits().size() + 1);
        assertThat(changes.hits()).allMatch(hit -> hit.entry().isNews());
        var headers =
                search(
                        AuditFilter.of(
                                Map.of(
                                        "limit", ConfigValue.of(500),
                                        "headers", ConfigValue.of(true))));
        var begins =
                headers.hits().stream()
                        .filter(hit -> hit.entry().facts() instanceof AuditFacts.Header)
                        .toList();
        assertThat(begins).hasSizeGreaterThanOrEqualTo(ALL.size());
        assertThat(headers.hits()).hasSize(all.hits().size() + begins.size());
    }

    @Test
    void garbageBetweenEntriesAndAnUnfinishedOneArePassedOver() throws IOException {
        var file = folder.resolve("procmond.000001.jsonl");
        var whole = search(AuditFilter.of(Map.of())).hits();
        Files.writeString(file, "no entry\n{\"seq\":9", StandardOpenOption.APPEND);
        var page = search(AuditFilter.of(Map.of()));
        assertThat(page.hits()).isEqualTo(whole);
        assertThat(page.unreadable()).isEqualTo(1);
    }

    @Test
    void whoHasNoLogHasNoEntries() throws IOException {
        var page =
                new AuditSearch(new FolderDisk(folder.resolve("nowhere")))
                        .newest(List.of("procmond"), AuditFilter.of(Map.of()));
        assertThat(page.hits()).isEmpty();
        assertThat(page.next()).isEmpty();
    }

    private AuditPage search(AuditFilter filter) throws IOException {
        return new AuditSearch(new FolderDisk(folder)).newest(ALL, filter);
    }

    private Recorder recorder(String process) {
        ticker.advance(Duration.ofMillis(1));
        return Recorder.open(
                new FolderDisk(folder),
                process,
                new LogSettings(5_000, 16),
                ticker,
                new Random(1),
                Runnable::run,
                _ -> {});
    }

    private static AuditDraft failure(long number) {
        var result =
                new AuditFacts.CallResult(
                        "error", Optional.of("COLLECTOR_BUSY"), Optional.of("not_executed"), 10);
        var call = Entries.call(number, "rpc.Restart");
        return new AuditDraft(Instant.EPOCH, new AuditFacts.Outcome(call, result), true);
    }
}
