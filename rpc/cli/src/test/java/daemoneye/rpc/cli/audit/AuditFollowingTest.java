package daemoneye.rpc.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.audit.read.AuditFilter;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.CollectorEvent;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

class AuditFollowingTest {
    private final AuditFollowing following =
            new AuditFollowing(
                    new AuditFilter(
                            20,
                            OptionalLong.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            false,
                            false,
                            false));
    private final List<Map<String, ConfigValue>> shown = new ArrayList<>();
    private final List<Long> missing = new ArrayList<>();

    @Test
    void whatASlowReaderMissesIsToldAndNotPassedOver() throws InterruptedException {
        for (int nth = 0; nth < AuditFollowing.MOST_WAITING + 3; nth++) {
            following.heard(entry(nth));
        }
        readUntil(AuditFollowing.MOST_WAITING);
        assertThat(missing).containsExactly(3L);

        following.heard(entry(20_000));
        readUntil(AuditFollowing.MOST_WAITING + 1);
        assertThat(missing).containsExactly(3L);
    }

    @Test
    void whatWasShownAlreadyIsNotShownAgain() throws InterruptedException {
        following.seen(Map.of("process", ConfigValue.of("procmond"), "hash", ConfigValue.of("h1")));
        following.heard(entry(1));
        following.heard(entry(2));
        readUntil(1);

        assertThat(shown.getFirst()).containsEntry("hash", ConfigValue.of("h2"));
    }

    private void readUntil(int entries) throws InterruptedException {
        following.run(shown::add, missing::add, () -> shown.size() >= entries);
    }

    private static CollectorEvent entry(int nth) {
        return new CollectorEvent(
                new CollectorId("procmond"),
                "audit.outcome",
                nth,
                Instant.EPOCH,
                Map.of("hash", ConfigValue.of("h" + nth)));
    }
}
