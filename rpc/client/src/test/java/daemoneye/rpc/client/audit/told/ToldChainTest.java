package daemoneye.rpc.client.audit.told;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.audit.EntryFields;
import daemoneye.rpc.client.audit.fake.Entries;
import daemoneye.rpc.client.audit.format.AuditDraft;
import daemoneye.rpc.client.audit.format.AuditFacts;
import daemoneye.rpc.client.audit.format.AuditLine;
import daemoneye.rpc.client.audit.format.Digest;
import daemoneye.rpc.client.audit.format.MalformedEntry;
import daemoneye.rpc.client.audit.format.NoteKind;
import daemoneye.rpc.client.audit.read.Fault;
import daemoneye.rpc.client.audit.told.ToldVerdict.Bad;
import daemoneye.rpc.client.audit.told.ToldVerdict.Span;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

class ToldChainTest {
    private static final Instant TIME = Instant.parse("2026-01-01T00:00:00.5Z");
    private final List<Map<String, ConfigValue>> told = log(12);

    @Test
    void whatWasWrittenChainsInWhateverOrderItIsTold() {
        told.add(told.get(3));
        Collections.shuffle(told, new Random(1));

        var verdict = verify();
        assertThat(verdict).isEqualTo(ToldChain.verify("procmond", log(12)));
        assertThat(verdict.whole()).isTrue();
        assertThat(verdict.entries()).isEqualTo(12);
        assertThat(verdict.first()).isEqualTo(1);
        assertThat(verdict.last()).isEqualTo(12);
    }

    @Test
    void thePublishedFormOfAnEntryIsTheSameEntry() {
        told.get(5).put("left_out_before", ConfigValue.of(7));

        assertThat(verify().whole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"actor", "time", "target", "correlation_id", "duration_us", "reason"})
    void anAlteredFieldIsFoundAtItsEntry(String field) {
        var altered = told.get(4);
        var value =
                switch (field) {
                    case "time" -> ConfigValue.of("2026-01-01T00:00:01.000000Z");
                    case "duration_us" -> ConfigValue.of(1);
                    default -> ConfigValue.of("somebody#1/else");
                };
        altered.put(field, value);

        assertThat(verify().bad()).contains(new Bad(5, Fault.HASH));
        assertThat(verify().entries()).isEqualTo(4);
    }

    @Test
    void anEntryMadeAnewBreaksTheChainAfterIt() {
        told.set(4, fields(line(Entries.outcome(99), 5, text(told.get(3), "hash"))));

        assertThat(verify().bad()).contains(new Bad(6, Fault.CHAIN));
    }

    @Test
    void twoEntriesOfOneNumberAreNoLog() {
        told.add(fields(line(Entries.outcome(99), 5, text(told.get(3), "hash"))));

        assertThat(verify().bad()).contains(new Bad(5, Fault.CHAIN));
    }

    @Test
    void theFirstEntryOfALogContinuesNothing() {
        told.set(0, fields(line(header(), 1, Digest.of(new byte[] {1}))));

        assertThat(verify().bad()).contains(new Bad(1, Fault.CHAIN));
    }

    @Test
    void aNoteOfDamageIsEvidence() {
        var note = new AuditFacts.Note(NoteKind.CUT, 3, "3 entries are gone");
        told.add(fields(line(new AuditDraft(TIME, note, false), 13, text(told.get(11), "hash"))));

        assertThat(verify().bad()).contains(new Bad(13, Fault.NOTED));
    }

    @Test
    void whatWasNotToldIsMissingAndNotWrong() {
        told.subList(2, 5).clear();
        told.removeFirst();

        var verdict = verify();
        assertThat(verdict.bad()).isEmpty();
        assertThat(verdict.missing()).containsExactly(new Span(3, 5));
        assertThat(verdict.missing().getFirst().count()).isEqualTo(3);
        assertThat(verdict.whole()).isFalse();
        assertThat(verdict.first()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"phase", "seq", "prev", "hash", "time"})
    void whatIsNoEntryCannotBeChecked(String field) {
        told.get(11).put(field, ConfigValue.of("something newer"));

        assertThat(verify().whole()).isFalse();
        assertThat(verify().unknown() + verify().bad().stream().count()).isPositive();
    }

    @Test
    void aFieldThatIsNotKnownHereCannotBeChecked() {
        told.get(11).put("signature", ConfigValue.of("0123"));

        assertThat(verify().unknown()).isEqualTo(1);
        assertThat(verify().entries()).isEqualTo(11);
    }

    @Test
    void nothingToldIsNothingProved() {
        var verdict = ToldChain.verify("procmond", List.of());
        assertThat(verdict.entries()).isZero();
        assertThat(verdict.last()).isZero();
    }

    private ToldVerdict verify() {
        return ToldChain.verify("procmond", told);
    }

    private static List<Map<String, ConfigValue>> log(int entries) {
        var log = new ArrayList<Map<String, ConfigValue>>();
        var line = line(header(), 1, Digest.NONE);
        log.add(fields(line));
        for (int number = 2; number <= entries; number++) {
            line = line(Entries.outcome(number), number, line.hash());
            log.add(fields(line));
        }
        return log;
    }

    private static AuditDraft header() {
        var log = "0123456789abcdef".repeat(2);
        return new AuditDraft(TIME, new AuditFacts.Header(1, "procmond", log, 1), false);
    }

    private static AuditLine line(AuditDraft draft, long sequence, String previous) {
        return AuditLine.seal(draft, sequence, previous);
    }

    private static Map<String, ConfigValue> fields(AuditLine line) {
        try {
            var fields = new LinkedHashMap<String, ConfigValue>();
            fields.put("process", ConfigValue.of("procmond"));
            fields.putAll(EntryFields.of(line.entry()));
            return fields;
        } catch (MalformedEntry e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Map<String, ConfigValue> fields, String name) {
        return String.valueOf(fields.get(name));
    }
}
