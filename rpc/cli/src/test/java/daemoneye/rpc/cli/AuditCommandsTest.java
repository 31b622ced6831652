package daemoneye.rpc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.cli.fake.CommandBed;
import daemoneye.rpc.client.audit.chain.LogSettings;
import daemoneye.rpc.client.audit.chain.Recorder;
import daemoneye.rpc.client.audit.disk.FolderDisk;
import daemoneye.rpc.client.audit.format.AuditDraft;
import daemoneye.rpc.client.audit.format.AuditFacts;
import daemoneye.rpc.client.audit.format.Digest;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class AuditCommandsTest {
    private static final String TOPIC = "control.collector.lifecycle";
    private static final String FORMULA = "=HYPERLINK(\"http://x\",\"y\"), \"quoted\"";

    @TempDir private Path home;
    private final CommandBed bed = new CommandBed(DaemonEye::commandLine);
    private final FakeTicker ticker = new FakeTicker();
    private Path folder = Path.of("");

    @BeforeEach
    void twoLogsOfThisUser() {
        bed.environment.put("DAEMONEYE_HOME", home.toString());
        folder = home.resolve("state").resolve("audit");
        for (var process : List.of("agent-1", "procmond")) {
            var recorder = recorder(process);
            for (int number = 0; number < 5; number++) {
                ticker.advance(Duration.ofHours(6));
                recorder.durable(intent(number)).join();
            }
            recorder.close();
        }
    }

    @Test
    void wholeLogsAreVerifiedWithoutAnyBroker() {
        assertThat(bed.unreachable("no broker").run("audit", "verify")).isZero();
        assertThat(bed.out())
                .contains("agent-1: whole, 8 entries in 1 files")
                .contains("procmond: whole, 8 entries");
        assertThat(bed.run("audit", "verify", folder.toString(), "--json")).isZero();
        assertThat(bed.field("intact")).isEqualTo(ConfigValue.of(true));
        assertThat(bed.field("logs", "1", "last_sequence")).isEqualTo(ConfigValue.of(8));
    }

    @Test
    void anEditedEntryIsNamed() throws IOException {
        var file = folder.resolve("procmond.000001.jsonl");
        Files.writeString(file, Files.readString(file).replace("reason 2", "reason 9"));
        assertThat(bed.run("audit", "verify")).isEqualTo(1);
        assertThat(bed.out())
                .contains("agent-1: whole")
                .contains("procmond: BAD at entry 5 (procmond.000001.jsonl, line 5)")
                .contains("[hash]");
        assertThat(bed.run("audit", "verify", file.toString(), "--json")).isEqualTo(1);
        assertThat(bed.field("logs", "0", "bad", "fault")).isEqualTo(ConfigValue.of("hash"));
        assertThat(bed.field("logs", "0", "bad", "sequence")).isEqualTo(ConfigValue.of(5));
    }

    @Test
    void nothingToVerifyIsSaid() {
        assertThat(bed.run("audit", "verify", home.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(bed.err()).contains("there is no folder");
        assertThat(bed.run("audit", "verify", home.toString())).isEqualTo(2);
        assertThat(bed.err()).contains("there is no audit log in");
    }

    @Test
    void theNewestEntriesOfAFolderAreShownOldestFirst() {
        assertThat(bed.run("audit", "tail", "-n", "3", "--folder", folder.toString())).isZero();
        assertThat(bed.out().lines())
                .hasSize(3)
                .last()
                .asString()
                .contains("procmond #8", "closed in order");
        assertThat(bed.out()).contains("rpc.Stop on control.collector.procmond by cli#1: begins");
    }

    @Test
    void agentsAreAskedAndWhatTheySayIsShownButNotObeyed() {
        var entry =
                new ConfigValue.Table(
                        Map.of(
                                "process", ConfigValue.of("procmond"),
                                "seq", ConfigValue.of(7),
                                "time", ConfigValue.of("2026-01-01T00:00:00Z"),
                                "phase", ConfigValue.of("outcome"),
                                "action", ConfigValue.of("rpc.Stop"),
                                "target", ConfigValue.of("control.collector.procmond"),
                                "actor", ConfigValue.of("evil\u001b[2J#1"),
                                "result", ConfigValue.of("error"),
                                "error_code", ConfigValue.of("COLLECTOR_BUSY"),
                                "certainty", ConfigValue.of("not_executed")));
        var answer = new GenericPayload(Map.of("entries", new ConfigValue.Items(List.of(entry))));
        bed.link.caller.on(TOPIC, "agent-1", answer);
        assertThat(
                        bed.run(
                                "audit",
                                "tail",
                                "-n",
                                "50",
                                "--collector",
                                "procmond",
                                "--failures",
                                "--operation",
                                "Stop"))
                .isZero();
        assertThat(bed.out())
                .contains("procmond #7 rpc.Stop")
                .contains("error COLLECTOR_BUSY (not_executed)")
                .contains("evil\\u001b[2J")
                .doesNotContain("\u001b");
        var asked = (GenericPayload) bed.link.caller.requests.getFirst().payload();
        assertThat(asked.values())
                .containsEntry("limit", ConfigValue.of(50))
                .containsEntry("collector_id", ConfigValue.of("procmond"))
                .containsEntry("operation", ConfigValue.of("Stop"))
                .containsEntry("failures_only", ConfigValue.of(true));
        assertThat(bed.run("audit", "tail", "--json")).isZero();
        assertThat(bed.field("entries", "0", "seq")).isEqualTo(ConfigValue.of(7));
    }

    @Test
    void withoutAnAgentThereIsNothingToShow() {
        assertThat(bed.run("audit", "tail")).isEqualTo(3);
        assertThat(bed.err()).contains("no agent is connected");
    }

    @Test
    void exportsAreBoundedInTimeAndTheirLinesAreTheLogs() throws IOException {
        var out = home.resolve("out.jsonl");
        assertThat(
                        bed.run(
                                "audit",
                                "export",
                                "--out",
                                out.toString(),
                                "--from",
                                "2026-01-02",
                                "--to",
                                "2026-01-02T13:00:00Z"))
                .isZero();
        assertThat(bed.out()).contains("6 entries written");
        var log = Files.readString(folder.resolve("procmond.000001.jsonl"));
        var lines = Files.readAllLines(out);
        assertThat(lines).hasSize(6);
        assertThat(log).contains(lines.getLast());
        assertThat(home.resolve("out.jsonl.new")).doesNotExist();
    }

    @Test
    void aSpreadsheetGetsNoFormulas() throws IOException {
        var out = home.resolve("out.csv");
        assertThat(bed.run("audit", "export", "--format", "csv", "--out", out.toString())).isZero();
        var text = Files.readString(out);
        assertThat(text).startsWith("process,seq,time,phase,actor");
        assertThat(text)
                .contains("\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\"), \"\"quoted\"\"\"")
                .doesNotContain(",=")
                .doesNotContain(",\"=");
        assertThat(text.lines().count()).isEqualTo(17);
    }

    @Test
    void whatCannotBeWrittenOrUnderstoodIsSaid() {
        assertThat(bed.run("audit", "export", "--out", "/nowhere/x.csv")).isEqualTo(2);
        assertThat(bed.run("audit", "export", "--out", "x", "--from", "tomorrow")).isEqualTo(2);
        assertThat(bed.err()).contains("is no time");
        assertThat(bed.run("audit", "export", "--out", "x", "--format", "xml")).isEqualTo(2);
        assertThat(bed.run("audit", "tail", "-n", "501")).isEqualTo(2);
        assertThat(bed.run("audit", "tail", "--follow", "--folder", "x")).isEqualTo(2);
        assertThat(bed.run("audit", "tail", "--operation", "Nap")).isEqualTo(2);
        assertThat(bed.run("audit")).isEqualTo(2);
    }

    @Test
    void anAgentThatSaysNoIsHeard() {
        bed.link.caller.failing(
                TOPIC, RpcError.notExecuted(ErrorCode.PERMISSION_DENIED, "admins only"));
        assertThat(bed.run("audit", "tail")).isEqualTo(5);
        assertThat(bed.err()).contains("admins only");
    }

    private Recorder recorder(String process) {
        return Recorder.open(
                new FolderDisk(folder),
                process,
                LogSettings.USUAL,
                ticker,
                new Random(1),
                Runnable::run,
                _ -> {});
    }

    private AuditDraft intent(int number) {
        var call =
                new AuditFacts.CallFacts(
                        "cli#1",
                        "cli",
                        "rpc.Stop",
                        "control.collector.procmond",
                        Digest.NONE,
                        1,
                        "00000000-0000-0000-0000-00000000000" + number,
                        Optional.of(number == 4 ? FORMULA : "reason " + number));
        return new AuditDraft(ticker.now(), new AuditFacts.Intent(call), true);
    }
}
