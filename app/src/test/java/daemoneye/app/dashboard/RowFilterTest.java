package daemoneye.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.sample.SampleFleet;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFilterTest {
    @ParameterizedTest
    @CsvSource({
        "'', true",
        "procmond, true",
        "PROC, true",
        "netmond, false",
        "state:degraded, true",
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
}
