package daemoneye.rpc.client.audit;

import static daemoneye.rpc.client.audit.fake.Entries.PROCESS;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.audit.fake.Entries;
import daemoneye.rpc.client.audit.fake.LossyDisk;
import daemoneye.rpc.client.audit.fake.Writers;
import daemoneye.rpc.client.audit.format.AuditDraft;
import daemoneye.rpc.client.audit.format.AuditEntry;
import daemoneye.rpc.client.audit.format.AuditFacts;
import daemoneye.rpc.client.audit.format.Digest;
import daemoneye.rpc.protocol.message.CollectorEvent;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which entries are published, and how many.
class AuditNewsTest {
    private final FakeTicker ticker = new FakeTicker();
    private final List<CollectorEvent> published = new ArrayList<>();
    private final AuditNews news = news(PROCESS);

    @Test
    void changesFailuresAndNotesAreToldAndQuietReadsAreNot() {
        var disk = new LossyDisk();
        var recorder = Writers.on(disk, ticker);
        recorder.durable(Entries.intent(1)).join();
        recorder.note(Entries.outcome(1));
        recorder.note(Entries.read(2));
        recorder.note(failedRead(3));
        ticker.advance(Duration.ofSeconds(1));

        news.tell(Entries.all(disk));

        assertThat(published)
                .extracting(CollectorEvent::eventType)
                .containsExactly("audit.note", "audit.intent", "audit.outcome", "audit.outcome");
        assertThat(published).extracting(CollectorEvent::sequence).containsExactly(2L, 3L, 4L, 6L);
        assertThat(published.getLast().fields())
                .containsEntry("error_code", ConfigValue.of("INTERNAL_ERROR"))
                .containsKeys("hash", "prev", "payload_blake3", "actor");
    }

    @Test
    void aFloodIsBoundedAndCounted() {
        news.tell(intents(1, 250));
        assertThat(published).hasSize(AuditNews.MOST_PER_SECOND);
        ticker.advance(Duration.ofSeconds(1));
        news.tell(intents(251, 2));
        assertThat(published).hasSize(AuditNews.MOST_PER_SECOND + 2);
        assertThat(published.get(AuditNews.MOST_PER_SECOND).fields())
                .containsEntry("left_out_before", ConfigValue.of(150));
        assertThat(published.getLast().fields()).doesNotContainKey("left_out_before");
    }

    @Test
    void anAgentWithANameThatTopicsUsePublishesNothing() {
        news("lifecycle").tell(intents(1, 1));
        assertThat(published).isEmpty();
    }

    private AuditNews news(String process) {
        return new AuditNews(
                (topic, type, correlation, body) -> {
                    assertThat(topic.text()).isEqualTo("events.audit." + PROCESS);
                    assertThat(CollectorTopics.ALL_AUDIT.matches(topic)).isTrue();
                    assertThat(type).isEqualTo(MessageType.EVENT);
                    published.add((CollectorEvent) body);
                    return true;
                },
                process,
                ticker);
    }

    private static AuditDraft failedRead(long number) {
        var result =
                new AuditFacts.CallResult(
                        "error", Optional.of("INTERNAL_ERROR"), Optional.of("unknown"), 10);
        return new AuditDraft(
                Instant.EPOCH,
                new AuditFacts.Outcome(Entries.call(number, "rpc.HealthCheck"), result),
                false);
    }

    private static List<AuditEntry> intents(long first, int number) {
        var entries = new ArrayList<AuditEntry>();
        for (long at = first; at < first + number; at++) {
            entries.add(
                    new AuditEntry(
                            at,
                            Instant.EPOCH,
                            new AuditFacts.Intent(Entries.call(at, "rpc.Stop")),
                            Digest.NONE,
                            Digest.NONE));
        }
        return entries;
    }
}
