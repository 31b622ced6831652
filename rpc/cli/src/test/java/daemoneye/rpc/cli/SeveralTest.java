package daemoneye.rpc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.cli.fake.CommandBed;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/// One command, several collectors.
class SeveralTest {
    private final CommandBed bed = new CommandBed(DaemonEye::commandLine);

    @Test
    void eachIsAskedInTurnAndToldInOneLine() {
        answering("a", "b", "c");

        assertThat(bed.run("stop", "b", "a", "c", "--reason", "the host moves")).isZero();
        assertThat(targets())
                .containsExactly(
                        "control.collector.b", "control.collector.a", "control.collector.c");
        assertThat(bed.out().lines())
                .containsExactly("b: stopped in 2 ms", "a: stopped in 2 ms", "c: stopped in 2 ms");
        assertThat(bed.err()).isEqualTo("3 of 3 stopped\n");
    }

    @Test
    void whatFailsKeepsNobodyElse() {
        answering("a", "c");
        failing("b", RpcError.notExecuted(ErrorCode.COLLECTOR_NOT_RUNNING, "b does not run"));

        assertThat(bed.run("stop", "a", "b", "c", "--wave", "1")).isEqualTo(1);
        assertThat(bed.out())
                .contains(
                        "b: not stopped: b does not run\n  Start the collector first.\nc: stopped");
        assertThat(bed.err()).isEqualTo("2 of 3 stopped\n");
    }

    @Test
    void aBrokenLinkLeavesTheNextWaveUnsent() {
        answering("a", "c", "d");
        failing("b", RpcError.unknown(ErrorCode.LINK_LOST, "the link broke"));

        assertThat(bed.run("restart", "a", "b", "c", "d", "--wave", "2")).isEqualTo(4);
        assertThat(targets()).containsExactly("control.collector.a", "control.collector.b");
        assertThat(bed.out())
                .contains("b: nobody knows: the link broke")
                .contains("daemoneye outcome b " + bed.link.caller.requests.getLast().requestId())
                .contains("c: not sent", "d: not sent");
    }

    @Test
    void aScriptGetsOneDocument() {
        answering("a");
        failing("b", RpcError.notExecuted(ErrorCode.PERMISSION_DENIED, "no"));

        assertThat(bed.run("pause", "a", "b", "--json")).isEqualTo(5);
        assertThat(bed.field("asked")).isEqualTo(ConfigValue.of(2));
        assertThat(bed.field("done")).isEqualTo(ConfigValue.of(1));
        assertThat(bed.field("results", "0", "status")).isEqualTo(ConfigValue.of("success"));
        assertThat(bed.field("results", "1", "error", "code"))
                .isEqualTo(ConfigValue.of("PERMISSION_DENIED"));
        assertThat(bed.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "stop a a",
                "stop a b --wave 0",
                "stop a b --wave 51",
                "stop a b --incarnation 7",
                "stop a ../b",
                "shutdown a b --emergency --reason x",
                "shutdown a b --emergency --reason x --confirm a",
                "shutdown a b --emergency --reason x --confirm b,a",
                "shutdown a b --emergency --confirm a,b"
            })
    void whatMakesNoSenseIsNotSent(String words) {
        assertThat(bed.run(words.split(" "))).isEqualTo(2);
        assertThat(bed.link.caller.requests).isEmpty();
    }

    @Test
    void anEmergencyOfSeveralSaysEachIdTwice() {
        for (var id : List.of("a", "b")) {
            bed.link.caller.on("control.shutdown." + id, "desk", new EmptyPayload());
        }
        var words = "shutdown a b --emergency --reason flood --confirm a,b";

        assertThat(bed.run(words.split(" "))).isZero();
        assertThat(bed.link.caller.requests)
                .extracting(each -> (ShutdownRequest) each.payload())
                .allMatch(each -> each.shutdownType() == ShutdownType.EMERGENCY)
                .extracting(ShutdownRequest::collectorId)
                .containsExactly(new CollectorId("a"), new CollectorId("b"));
    }

    private List<String> targets() {
        return bed.link.caller.requests.stream()
                .map(RpcRequest::target)
                .map(Object::toString)
                .toList();
    }

    private void answering(String... ids) {
        for (var id : ids) {
            bed.link.caller.on("control.collector." + id, "desk", new EmptyPayload());
        }
    }

    private void failing(String id, RpcError error) {
        bed.link.caller.failing("control.collector." + id, error);
    }
}
