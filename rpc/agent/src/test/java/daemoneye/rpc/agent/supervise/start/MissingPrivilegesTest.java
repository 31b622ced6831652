package daemoneye.rpc.agent.supervise.start;

import static daemoneye.rpc.protocol.state.ProcessState.FAILED;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.fake.Fleet;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.error.ErrorCategory;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;

class MissingPrivilegesTest {
    private static final String LINE =
            "missing privileges: required CAP_SYS_PTRACE,CAP_KILL; current CAP_CHOWN,CAP_KILL";

    private final Fleet fleet = new Fleet();

    @Test
    void aPersonIsToldWhatIsRequiredAndWhatThereIs() {
        var collector = fleet.procmond();
        var start = collector.start(StartOrder.plain(), step -> {});
        fleet.launcher.last().ends(4, "daemoneye collector: it lacks …", LINE);
        var error = ((Answer.Failure) start.join()).error();
        assertThat(error.code()).isEqualTo(ErrorCode.COLLECTOR_START_FAILED.name());
        assertThat(error.category()).isEqualTo(ErrorCategory.PERMISSION);
        assertThat(error.message())
                .isEqualTo(
                        "procmond did not start: insufficient privileges, it lacks CAP_SYS_PTRACE:"
                                + " grant it to the agent, then start it again");
        assertThat(error.context())
                .containsEntry(
                        "required_privileges",
                        ConfigValue.texts(List.of("CAP_SYS_PTRACE", "CAP_KILL")))
                .containsEntry(
                        "current_privileges", ConfigValue.texts(List.of("CAP_CHOWN", "CAP_KILL")));
    }

    @Test
    void anAutomaticStartThatLacksThemIsNotRepeated() {
        var collector = fleet.procmond();
        collector.autostart();
        fleet.launcher.last().ends(4, "missing privileges: required CAP_KILL; current ");
        fleet.ticker.advance(Duration.ofMinutes(10));
        assertThat(fleet.launcher.count()).isEqualTo(1);
        assertThat(collector.info().state()).isEqualTo(FAILED);
        assertThat(collector.info().stateReason().orElseThrow()).contains("it lacks CAP_KILL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "missing privileges:",
                "missing privileges: required CAP_KILL",
                "missing privileges: required cap_kill; current ",
                "well, missing privileges: required CAP_KILL; current "
            })
    void anyOtherLastLineMakesItACrash(String line) {
        var collector = fleet.procmond();
        collector.autostart();
        fleet.launcher.last().ends(4, line);
        fleet.ticker.advance(Duration.ofSeconds(1));
        assertThat(fleet.launcher.count()).isEqualTo(2);
    }
}
