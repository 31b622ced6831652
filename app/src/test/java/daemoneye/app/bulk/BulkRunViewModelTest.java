package daemoneye.app.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.guard.Intent;
import daemoneye.app.sample.ScriptedCaller;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.time.FakeTicker;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

class BulkRunViewModelTest {
    private final FakeTicker ticker = new FakeTicker();
    private final ScriptedCaller caller = new ScriptedCaller();
    private final OperationsViewModel operations =
            new OperationsViewModel(caller, "console-1", ticker, Runnable::run);
    private Optional<String> obstacle = Optional.empty();

    @Test
    void atMostFiveAtATimeAndTheNextWaveWhenAllOfOneHaveEnded() {
        var run = begin(12);
        assertThat(caller.asked()).hasSize(5);
        for (int at = 0; at < 4; at++) {
            succeed(at);
        }
        assertThat(caller.asked()).hasSize(5);
        succeed(4);
        assertThat(caller.asked()).hasSize(10);

        IntStream.range(5, 10).forEach(this::succeed);
        assertThat(caller.asked()).hasSize(12);
        IntStream.range(10, 12).forEach(this::succeed);
        assertThat(run.overProperty().get()).isTrue();
        assertThat(run.summaryProperty().get()).isEqualTo("12 done");
        assertThat(run.rows()).extracting(BulkRow::wave).containsSubsequence(1, 2, 3);
    }

    @Test
    void eachTargetHasItsOwnOutcome() {
        var run = begin(3);
        succeed(0);
        fail(1, RpcError.notExecuted(ErrorCode.PERMISSION_DENIED, "kim may only look."));
        fail(2, RpcError.unknown(ErrorCode.DEADLINE_EXCEEDED, "No answer in 30 s."));

        assertThat(run.rows())
                .extracting(row -> row.stateProperty().get())
                .containsExactly(RowState.DONE, RowState.FAILED, RowState.UNKNOWN);
        assertThat(run.summaryProperty().get()).isEqualTo("1 done · 1 failed · 1 unknown");
    }

    @Test
    void aLostLinkMeansThatTheRestIsNeverAsked() {
        var run = begin(7);
        obstacle = Optional.of("no link");
        IntStream.range(0, 5).forEach(this::succeed);
        obstacle = Optional.empty();

        assertThat(caller.asked()).hasSize(5);
        assertThat(run.summaryProperty().get()).isEqualTo("5 done · 2 not sent");
        assertThat(run.overProperty().get()).isTrue();
    }

    @Test
    void stoppingLeavesTheRestAlone() {
        var run = begin(7);
        run.stopHere();
        IntStream.range(0, 5).forEach(this::succeed);

        assertThat(caller.asked()).hasSize(5);
        assertThat(run.rows().getLast().stateProperty().get()).isEqualTo(RowState.NOT_SENT);
    }

    @Test
    void aCellIsNeverAFormula() {
        var run = begin(2);
        fail(0, RpcError.notExecuted(ErrorCode.NOT_OWNER, "=HYPERLINK(\"http://x\")"));
        fail(1, RpcError.notExecuted(ErrorCode.NOT_OWNER, "-1+cmd|'/c calc'!A1"));
        var lines = ResultExport.csv(run).lines().toList();

        assertThat(lines.get(0)).isEqualTo("collector,operation,wave,outcome,took,detail");
        assertThat(lines.get(1))
                .startsWith("\"c-00\",\"Stop\",\"1\",\"failed\",\"12 ms\",\"'=HYPERLINK(\"\"http");
        assertThat(lines.get(2)).contains(",\"'-1+cmd|'/c calc'!A1");
    }

    @Test
    void marksOfDirectionDoNotHideAFormula() {
        var run = begin(1);
        fail(
                0,
                RpcError.notExecuted(
                        ErrorCode.NOT_OWNER, "\u202E\u200B\n=1+1" + "W".repeat(10_000)));
        var csv = ResultExport.csv(run);

        assertThat(csv).contains(",\"'=1+1WWW").hasSizeLessThan(1000);
        assertThat(csv.codePoints()).noneMatch(each -> Character.getType(each) == Character.FORMAT);
    }

    @Test
    void theSameTableAsJson() {
        var run = begin(1);
        fail(0, RpcError.notExecuted(ErrorCode.NOT_OWNER, "\"quoted\"\n\u202E"));
        var read = JsonMapper.builder().build().readTree(ResultExport.json(run));

        assertThat(read.get(0).get("collector").asString()).isEqualTo("c-00");
        assertThat(read.get(0).get("wave").asInt()).isEqualTo(1);
        assertThat(read.get(0).get("detail").asString()).startsWith("\"quoted\"");
    }

    @Test
    void aFileIsReplacedWholeOrNotAtAll(@TempDir Path folder) throws IOException {
        var file = folder.resolve("results.csv");
        Files.writeString(file, "before");
        ResultExport.write(file, "after");
        assertThat(Files.readString(file)).isEqualTo("after");
        assertThat(folder.toFile().list())
                .containsExactlyInAnyOrder("results.csv", "results.csv.bak");
        assertThat(Files.readString(folder.resolve("results.csv.bak"))).isEqualTo("before");

        var missing = folder.resolve("no/such/folder/results.csv");
        org.assertj.core.api.Assertions.assertThatIOException()
                .isThrownBy(() -> ResultExport.write(missing, "x"));
    }

    private BulkRunViewModel begin(int count) {
        var ids = IntStream.range(0, count).mapToObj("c-%02d"::formatted).toList();
        var run =
                new BulkRunViewModel(
                        new Intent(CollectorAction.STOP, List.copyOf(ids)),
                        Map.of(),
                        operations,
                        () -> obstacle,
                        ticker);
        run.begin();
        return run;
    }

    private void succeed(int call) {
        var asked = caller.asked().get(call);
        asked.outcome()
                .complete(
                        new CallOutcome.Done(
                                new RpcResponse(
                                        asked.request().requestId(),
                                        "agent-1",
                                        RpcStatus.SUCCESS,
                                        Optional.empty(),
                                        1,
                                        0,
                                        ticker.now(),
                                        Optional.empty()),
                                Duration.ofMillis(12)));
    }

    private void fail(int call, RpcError error) {
        caller.asked()
                .get(call)
                .outcome()
                .complete(new CallOutcome.Failed(RpcStatus.ERROR, error, Duration.ofMillis(12)));
    }
}
