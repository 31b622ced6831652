package daemoneye.rpc.collector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.collector.capability.CollectorType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;

class CollectorArgumentsTest {
    private static final String NEEDED = "--id procmond --type process-monitor --connect unix:/b";

    @Test
    void whatIsNotSaidIsUsual() {
        var arguments = parse(NEEDED);

        assertThat(arguments.type()).isEqualTo(CollectorType.PROCESS);
        assertThat(arguments.agentId()).isEmpty();
        assertThat(arguments.incarnation().value()).isEqualTo(1_767_225_600_123L);
        assertThat(arguments.heartbeat()).hasSeconds(1);
        assertThat(arguments.stay()).isFalse();
        assertThat(arguments.config()).isEmpty();
    }

    @Test
    void whatIsSaidIsTaken() {
        var arguments =
                parse(
                        NEEDED
                                + " --stay --agent a1 --incarnation 9 --heartbeat-ms 5000"
                                + " --config /c.json");

        assertThat(arguments.agentId()).contains("a1");
        assertThat(arguments.incarnation().value()).isEqualTo(9);
        assertThat(arguments.heartbeat()).hasSeconds(5);
        assertThat(arguments.stay()).isTrue();
        assertThat(arguments.config()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--type process-monitor --connect unix:/b | --id is missing",
                "--id procmond --connect unix:/b | --type is missing",
                "--id procmond --type process-monitor | --connect is missing",
                "--id procmond --type xyz --connect unix:/b | \"xyz\" is no type of collector",
                "--id Proc --type process-monitor --connect unix:/b | not a collector id",
                "--id procmond --type process-monitor --connect nats:b | not an address",
                NEEDED + " --verbose | unknown argument \"--verbose\"",
                NEEDED + " extra | unknown argument \"extra\"",
                NEEDED + " --agent | --agent needs a value",
                NEEDED + " --incarnation x | --incarnation is a whole number",
                NEEDED + " --incarnation -1 | --incarnation is a whole number",
                NEEDED + " --heartbeat-ms 5 | --heartbeat-ms is a whole number from 100 to 60000"
            })
    void aWrongCommandLineIsRefusedWithOneSentence(String line, String sentence) {
        assertThatThrownBy(() -> parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    private static CollectorArguments parse(String line) {
        return CollectorArguments.parse(
                List.of(line.split(" ")), Instant.parse("2026-01-01T00:00:00.123Z"));
    }
}
