package daemoneye.rpc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.cli.fake.CommandBed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchCommandTest {
    private final CommandBed bed = new CommandBed(DaemonEye::commandLine);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--outstanding 0",
                "--outstanding -1",
                "--outstanding many",
                "--outstanding 10001",
                "--rate 0",
                "--rate -5",
                "--rate 1e9",
                "--duration 0s",
                "--duration soon",
                "--rate 5 --outstanding 5"
            })
    void aLoadThatMakesNoSenseIsRefused(String options) {
        var arguments = ("bench procmond " + options).split(" ", -1);

        assertThat(bed.run(arguments)).isEqualTo(2);
        assertThat(bed.link.caller.requests).isEmpty();
    }

    @Test
    void aCollectorThatNobodyKnowsIsSaidBeforeTheLoadBegins() {
        assertThat(bed.run("bench", "procmond")).isEqualTo(3);
        assertThat(bed.err()).contains("nobody answers for \"procmond\"");
    }

    @Test
    void withoutACollectorThereIsNothingToMeasure() {
        assertThat(bed.run("bench")).isEqualTo(2);
    }
}
