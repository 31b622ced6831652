package daemoneye.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.sample.SampleFleet;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class RowFilterTest {
    @ParameterizedTest
    @CsvSource({
        "'', true",
        "procmond, true",
        "PROC, true",
        "netmond, false",
        "state:degraded, true",
        "state:running, true",
        "state:run, true",
        "state:r, true",
        "state:paused, false",
        "state:, true",
        "state:sideways, false",
        "label:eu, false",
        "type:PROCESS, true",
        "state:deg, true",
        "state:healthy, false",
        "type:process, true",
        "type:network, false",
        "host:WEB, true",
        "host:db, false",
        "procmond state:degraded host:web-02, true",
        "procmond state:failed, false",
        "'   degraded   ', true",
        "nonsense:web, false"
    })
    void everyTermMustHold(String typed, boolean shown) {
        var row = new CollectorRowViewModel("procmond-web");
        row.show(
                SampleFleet.collector(
                        "procmond-web",
                        ProcessState.RUNNING,
                        Liveness.LIVE,
                        HealthStatus.DEGRADED));

        assertThat(RowFilter.parse(typed).test(row)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    state:sideways | sideways is no state. There are: degraded, failed, healthy,
                    label:eu       | Collectors have no labels. Use state: type: or host: instead.
                    colour:red web | colour: is no token. Use state: type: or host: instead.
                    """)
    void whatCanNeverHoldIsSaidWithWhatThereIs(String typed, String beginning) {
        assertThat(RowFilter.parse(typed).problem().orElseThrow()).startsWith(beginning);
    }

    @ParameterizedTest
    @CsvSource({"state:running", "state:paused web", "host:x type:y", "plain", "state:s"})
    void whatCouldHoldIsNoProblem(String typed) {
        assertThat(RowFilter.parse(typed).problem()).isEmpty();
    }

    @Test
    void hostileTextIsReadLikeAnyOther() {
        for (var typed : List.of("x".repeat(10_000), "\u202Estate:\u0000running", ":::", "a\nb:")) {
            assertThat(RowFilter.parse(typed).problem().orElse("")).hasSizeLessThan(200);
        }
    }
}
