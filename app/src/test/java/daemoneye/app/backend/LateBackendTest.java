package daemoneye.app.backend;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.ScriptedCaller;
import daemoneye.app.sample.ScriptedResilience;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.time.FakeTicker;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

class LateBackendTest {
    private final SampleFleet fleet = new SampleFleet();
    private final FakeTicker ticker = new FakeTicker();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private final CompletableFuture<Backend> coming = new CompletableFuture<>();
    private final Backend real =
            new Backend(
                            "here",
                            "console-1",
                            new ScriptedCaller(),
                            new ScriptedResilience(),
                            fleet,
                            ticker,
                            () -> ended.complete(true))
                    .hosting("agent-web");
    private final Backend late = LateBackend.of("here", "console-1", coming, ticker);

    @Test
    void theWindowSeesItConnectAndThenTheRealFleet() {
        var seen = new ArrayList<FleetSnapshot>();
        var _ = late.fleet().watch(seen::add);
        assertThat(seen)
                .singleElement()
                .extracting(FleetSnapshot::link)
                .isInstanceOf(ConnectionState.Reconnecting.class);

        coming.complete(real);
        fleet.show(SampleFleet.connected(true, List.of()));

        assertThat(seen.getLast()).isSameAs(fleet.snapshot());
        assertThat(late.fleet().snapshot()).isSameAs(fleet.snapshot());
    }

    @Test
    void whoStoppedWatchingBeforeItCameHearsNothingOfIt() {
        var seen = new ArrayList<FleetSnapshot>();
        late.fleet().watch(seen::add).run();
        seen.clear();

        coming.complete(real);
        seen.clear();
        fleet.show(SampleFleet.connected(true, List.of()));

        assertThat(seen).isEmpty();
    }

    @Test
    void itsAgentIsKnownOnceItHasCome() {
        assertThat(late.hostedAgent().get()).isEmpty();

        coming.complete(real);

        assertThat(late.hostedAgent().get()).isEqualTo(Optional.of("agent-web"));
    }

    @Test
    void closingItEndsTheRealOne() {
        coming.complete(real);

        late.close();

        assertThat(ended).isCompletedWithValue(true);
    }
}
