package daemoneye.app.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

class AuditTermsTest {
    private static final Instant NOW = Instant.parse("2026-01-02T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "actor:kim, true",
        "actor:KIM, true",
        "actor:lee, false",
        "who:kim collector:procmond, true",
        "collector:netmond, false",
        "collector:proc, false",
        "operation:restart, true",
        "operation:re, true",
        "operation:stop, false",
        "result:failed, true",
        "result:error, true",
        "result:done, false",
        "code:busy, true",
        "id:bab6, true",
        "id:ab69, false",
        "log:agent-vm, true",
        "log:agent, false",
        "agent:vm, true",
        "client:desk, true",
        "failures, true",
        "lost packets, true",
        "lost nothing, false",
        "since:1h, true",
        "since:10m, false",
        "since:11:15, true",
        "since:2026-01-02, true",
        "since:2026-01-03, false",
        "since:2026-01-02t11:29, true",
        "until:11:30, false",
        "until:2026-01-02T11:31, true",
        "until:2026-01-02T11:30:01Z, true"
    })
    void wordsAndTokensMustAllHold(String typed, boolean holds) {
        var terms = terms(typed);
        assertThat(terms.test(row(Map.of()))).isEqualTo(holds);
        assertThat(terms.complaint()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "colector:procmond",
                "since:yesterday",
                "since:99",
                "until:25:00",
                "actor:",
                "since:99999999d"
            })
    void whatCannotBeUnderstoodIsSaidAndTheRestStillHolds(String wrong) {
        var terms = terms(wrong + " actor:kim");
        assertThat(terms.complaint()).contains(wrong.substring(wrong.indexOf(':') + 1));
        assertThat(terms.test(row(Map.of()))).isTrue();
        assertThat(terms("actor:lee " + wrong).test(row(Map.of()))).isFalse();
    }

    @Test
    void hostileWordsHarmNothing() {
        var hostile = "\u202e\u0000:: : a:b:c log:../../etc operation:\n " + "x".repeat(20_000);
        assertThat(terms(hostile).filter(10, OptionalLong.empty(), false).process()).isEmpty();
        assertThat(terms(hostile).complaint()).hasSizeLessThan(300);
    }

    @Test
    void readsThatWentWellAreShownOnlyIfAskedFor() {
        var read =
                row(
                        Map.of(
                                "action", "rpc.HealthCheck",
                                "result", "success"));
        assertThat(terms("").test(read)).isFalse();
        assertThat(terms("reads").test(read)).isTrue();
        assertThat(terms("operation:HealthCheck").test(read)).isTrue();
    }

    @Test
    void agentsAreAskedForWhatTheyCanLookForThemselves() {
        var filter =
                terms("operation:restart log:procmond failures actor:kim")
                        .filter(50, OptionalLong.of(7), false);
        assertThat(filter.operation()).contains(CollectorOperation.RESTART);
        assertThat(filter.process()).contains("procmond");
        assertThat(filter.failuresOnly()).isTrue();
        assertThat(filter.changesOnly()).isTrue();
        assertThat(filter.before()).hasValue(7);
        assertThat(terms("reads").filter(50, OptionalLong.empty(), false).changesOnly()).isFalse();
        assertThat(terms("").filter(50, OptionalLong.empty(), true).changesOnly()).isFalse();
        assertThat(terms("a").asksAs(terms("b"))).isTrue();
        assertThat(terms("a").asksAs(terms("reads"))).isFalse();
    }

    private static AuditTerms terms(String typed) {
        return AuditTerms.parse(typed, NOW, ZoneOffset.UTC);
    }

    private static AuditRow row(Map<String, String> other) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("process", "agent-vm");
        texts.put("time", "2026-01-02T11:30:00Z");
        texts.put("phase", "outcome");
        texts.put("actor", "kim#7/operator");
        texts.put("client_id", "kim@desk");
        texts.put("action", "rpc.Restart");
        texts.put("target", "control.collector.procmond");
        texts.put("correlation_id", "bab69db2-7ecf-444a-a1a1-43dd62c4e6b7");
        texts.put("reason", "lost packets");
        texts.put("result", "error");
        texts.put("error_code", "COLLECTOR_BUSY");
        texts.putAll(other);
        var fields = new LinkedHashMap<String, ConfigValue>();
        texts.forEach((name, text) -> fields.put(name, ConfigValue.of(text)));
        fields.put("seq", ConfigValue.of(9));
        return AuditRow.of("agent-vm", fields);
    }
}
