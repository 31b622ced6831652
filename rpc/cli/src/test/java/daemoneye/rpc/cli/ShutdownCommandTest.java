package daemoneye.rpc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.cli.fake.CommandBed;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;
import java.util.Optional;

class ShutdownCommandTest {
    private static final CollectorId PROCMOND = new CollectorId("procmond");

    private final CommandBed bed = new CommandBed(DaemonEye::commandLine);

    @BeforeEach
    void answered() {
        bed.link.caller.on(
                "control.shutdown.procmond",
                "desk",
                new GenericPayload(Map.of("ended_by", ConfigValue.of("graceful"))));
    }

    @Test
    void itIsGracefulAndThenForcedUnlessSaidOtherwise() {
        assertThat(bed.run("shutdown", "procmond", "--reason", "kernel update")).isZero();

        assertThat(sent().operation()).isEqualTo(CollectorOperation.GRACEFUL_SHUTDOWN);
        assertThat(sent().timeoutMs()).isEqualTo(60_000);
        assertThat(sent().payload())
                .isEqualTo(order(ShutdownType.GRACEFUL, 50_000, true, "kernel update"));
        assertThat(bed.out()).contains("procmond: shut down in").contains("ended by: graceful");
    }

    @Test
    void aLongGraceGetsALongCallAndMayGoUnforced() {
        assertThat(bed.run("shutdown", "procmond", "--grace", "2m", "--no-force")).isZero();

        assertThat(sent().timeoutMs()).isEqualTo(130_000);
        assertThat(sent().payload()).isEqualTo(order(ShutdownType.GRACEFUL, 120_000, false, ""));
    }

    @Test
    void immediateDoesNotWait() {
        assertThat(bed.run("shutdown", "procmond", "--immediate")).isZero();

        assertThat(sent().payload()).isEqualTo(order(ShutdownType.IMMEDIATE, 0, true, ""));
    }

    @Test
    void anEmergencyNeedsTheIdTwiceAndAReason() {
        var right = new String[] {"--emergency", "--confirm", "procmond", "--reason", "it floods"};

        assertThat(bed.run("shutdown", "procmond", right[0], right[3], right[4])).isEqualTo(2);
        assertThat(bed.err()).contains("--confirm procmond");
        assertThat(bed.run("shutdown", "procmond", right[0], right[1], "other", right[3], right[4]))
                .isEqualTo(2);
        assertThat(bed.run("shutdown", "procmond", right[0], right[1], right[2])).isEqualTo(2);
        assertThat(bed.link.caller.requests).isEmpty();

        assertThat(
                        bed.run(
                                "shutdown",
                                "procmond",
                                right[0],
                                right[1],
                                right[2],
                                right[3],
                                right[4]))
                .isZero();
        assertThat(sent().operation()).isEqualTo(CollectorOperation.FORCE_SHUTDOWN);
        assertThat(sent().payload())
                .isEqualTo(order(ShutdownType.EMERGENCY, 0, false, "it floods"));
    }

    @Test
    void aFenceNamesTheLife() {
        assertThat(bed.run("shutdown", "procmond", "--incarnation", "7")).isZero();

        assertThat(((ShutdownRequest) sent().payload()).onlyIncarnation())
                .contains(new Incarnation(7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"291s", "0s", "1h"})
    void aGraceOutOfBoundsIsNotSent(String grace) {
        assertThat(bed.run("shutdown", "procmond", "--grace", grace)).isEqualTo(2);
        assertThat(bed.link.caller.requests).isEmpty();
    }

    @Test
    void oneKindOfShutdownAtATime() {
        assertThat(bed.run("shutdown", "procmond", "--immediate", "--emergency")).isEqualTo(2);
        assertThat(bed.link.caller.requests).isEmpty();
    }

    private RpcRequest sent() {
        return bed.link.caller.requests.getFirst();
    }

    private static ShutdownRequest order(
            ShutdownType type, long graceMs, boolean force, String reason) {
        return new ShutdownRequest(
                PROCMOND,
                type,
                graceMs,
                force,
                Optional.of(reason).filter(text -> !text.isEmpty()),
                Optional.empty());
    }
}
