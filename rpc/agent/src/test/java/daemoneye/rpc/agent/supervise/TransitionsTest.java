package daemoneye.rpc.agent.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.state.ProcessState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;

class TransitionsTest {
    private static final ProcessState[] COLUMNS = {
        ProcessState.UNREGISTERED,
        ProcessState.STARTING,
        ProcessState.RUNNING,
        ProcessState.PAUSED,
        ProcessState.STOPPING,
        ProcessState.STOPPED,
        ProcessState.FAILED,
        ProcessState.QUARANTINED
    };

    @ParameterizedTest
    @CsvSource({
        "START,             go  busy already already busy go  go  go",
        "STOP,              not go   go      go      busy not go  go",
        "GRACEFUL_SHUTDOWN, not go   go      go      busy not go  go",
        "FORCE_SHUTDOWN,    not go   go      go      go   not go  not",
        "RESTART,           go  go   go      go      busy go  go  go",
        "PAUSE,             not busy go      go      busy not not not",
        "RESUME,            not busy go      go      busy not not not"
    })
    void eachOperationMeetsEachStateAsTheTableSays(CollectorOperation operation, String row) {
        var expected = row.trim().split(" +", -1);
        for (int at = 0; at < COLUMNS.length; at++) {
            assertThat(Transitions.refusal(operation, COLUMNS[at]))
                    .as("%s in state %s", operation, COLUMNS[at])
                    .isEqualTo(code(expected[at]));
        }
    }

    @Test
    void operationsThatChangeNoProcessHaveNoPlaceInTheTable() {
        assertThatThrownBy(
                        () ->
                                Transitions.refusal(
                                        CollectorOperation.HEALTH_CHECK, ProcessState.RUNNING))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Optional<ErrorCode> code(String word) {
        return switch (word) {
            case "go" -> Optional.empty();
            case "busy" -> Optional.of(ErrorCode.COLLECTOR_BUSY);
            case "already" -> Optional.of(ErrorCode.COLLECTOR_ALREADY_RUNNING);
            case "not" -> Optional.of(ErrorCode.COLLECTOR_NOT_RUNNING);
            default -> throw new IllegalArgumentException(word);
        };
    }
}
