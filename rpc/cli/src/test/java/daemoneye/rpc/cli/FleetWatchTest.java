package daemoneye.rpc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.cli.fake.CommandBed;
import daemoneye.rpc.cli.fake.Samples;
import daemoneye.rpc.cli.fake.ScriptedCaller;
import daemoneye.rpc.cli.fleet.FleetShows;
import daemoneye.rpc.cli.output.Terminal;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.transport.bus.Welcome;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class FleetWatchTest {
    private final StringWriter out = new StringWriter();

    @Test
    void aChangeIsALineAndAnOlderAgeIsNone() {
        var shown = FleetShows.inAPipe(report(false));
        shown.show(snapshot(view(Liveness.LIVE, 100)));
        shown.show(snapshot(view(Liveness.LIVE, 900)));
        shown.show(snapshot(view(Liveness.UNRESPONSIVE, 3100)));
        shown.show(snapshot());

        assertThat(out.toString().lines())
                .containsExactly(
                        "2026-01-01T12:00:00Z  connected",
                        "2026-01-01T12:00:00Z  procmond  running, live, healthy",
                        "2026-01-01T12:00:00Z  procmond  running, unresponsive, healthy",
                        "2026-01-01T12:00:00Z  procmond  removed");
    }

    @Test
    void aScriptGetsOneDocumentALine() {
        var shown = FleetShows.inAPipe(report(true));
        shown.show(snapshot(view(Liveness.LIVE, 100)));
        shown.show(snapshot());

        assertThat(out.toString().lines())
                .satisfiesExactly(
                        link ->
                                assertThat(link)
                                        .isEqualTo(
                                                "{\"at\":\"2026-01-01T12:00:00Z\","
                                                        + "\"link\":\"connected\",\"fault\":\"\"}"),
                        row ->
                                assertThat(row)
                                        .startsWith("{\"at\":\"2026-01-01T12:00:00Z\",")
                                        .contains(
                                                "\"collector_id\":\"procmond\"",
                                                "\"liveness\":\"live\"",
                                                "\"last_heartbeat_age_ms\":100",
                                                "\"metrics\":{\"cpu_usage_percent\":2.5}"),
                        gone ->
                                assertThat(gone)
                                        .contains("\"collector_id\":\"procmond\"")
                                        .contains("\"removed\":true"));
    }

    @Test
    void aLostLinkIsALineWithItsFault() {
        var shown = FleetShows.inAPipe(report(false));
        shown.show(snapshot());
        shown.show(
                snapshot(
                        new ConnectionState.Reconnecting(1, Duration.ofSeconds(1), "it broke"),
                        view(Liveness.UNKNOWN, 0)));

        assertThat(out.toString()).contains("reconnecting: it broke");
    }

    @Test
    void nothingIsSaidOfCollectorsBeforeTheAgentsWereAsked() {
        var shown = FleetShows.inAPipe(report(false));
        shown.show(snapshotNotListed(view(Liveness.LIVE, 100)));

        assertThat(out.toString().lines()).containsExactly("2026-01-01T12:00:00Z  connected");
    }

    @Test
    void aTerminalIsPaintedAnewEachTime() {
        var shown = FleetShows.onATerminal(report(false), "unix:/x");
        shown.show(snapshot(view(Liveness.LIVE, 100)));
        shown.show(snapshot(view(Liveness.LIVE, 900)));

        assertThat(out.toString().split("\u001b\\[H", -1))
                .hasSize(3)
                .satisfies(
                        parts ->
                                assertThat(parts[2])
                                        .contains("unix:/x", "900 ms", "1 collector: 1 healthy")
                                        .doesNotContain("100 ms")
                                        .endsWith("\u001b[J"));
    }

    @Test
    void theCommandEndsWhenItsTimeIsOver() {
        var bed = new CommandBed(DaemonEye::commandLine);
        bed.link.fleet.snapshots.add(snapshot(view(Liveness.LIVE, 100)));

        assertThat(bed.run("fleet", "watch", "--for", "0s")).isZero();
        assertThat(bed.link.closed()).isTrue();
    }

    private Report report(boolean json) {
        var writer = new PrintWriter(out, true);
        return new Report(writer, writer, Terminal.NONE, json);
    }

    private static FleetSnapshot snapshot(CollectorView... views) {
        return snapshot(connected(), views);
    }

    private static FleetSnapshot snapshot(ConnectionState link, CollectorView... views) {
        return snapshot(link, true, views);
    }

    private static FleetSnapshot snapshotNotListed(CollectorView... views) {
        return snapshot(connected(), false, views);
    }

    private static FleetSnapshot snapshot(
            ConnectionState link, boolean listed, CollectorView... views) {
        return new FleetSnapshot(
                1,
                0,
                ScriptedCaller.NOW,
                link,
                Optional.empty(),
                Optional.empty(),
                listed,
                List.of("agent-desk"),
                List.of(views));
    }

    private static ConnectionState connected() {
        return new ConnectionState.Connected(new Welcome("b", "1", 1, 1, 1, 1), ScriptedCaller.NOW);
    }

    private static CollectorView view(Liveness liveness, long beatAgeMs) {
        return new CollectorView(
                Samples.running("procmond"),
                ProcessState.RUNNING,
                liveness,
                HealthStatus.HEALTHY,
                Optional.empty(),
                Map.of("cpu_usage_percent", 2.5),
                Optional.of(Duration.ofMillis(beatAgeMs)),
                Optional.of(Duration.ofSeconds(5)),
                3,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }
}
