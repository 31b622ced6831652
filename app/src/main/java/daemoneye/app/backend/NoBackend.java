package daemoneye.app.backend;

import daemoneye.app.fx.Seconds;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.client.call.resilience.Resilience;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.fleet.FleetModel;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.client.fleet.MetricHistory;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// What a window stands on while its backend starts, and after it could not be started: an empty
/// fleet, a link that says how it stands, and calls that are never sent.
public final class NoBackend {
    private NoBackend() {}

    /// The backend is on its way.
    public static Backend starting(String profile, Ticker ticker) {
        return with(profile, new ConnectionState.Reconnecting(0, Duration.ZERO, ""), ticker);
    }

    /// The backend could not be started.
    ///
    /// @param why one sentence
    public static Backend failed(String profile, String why, Ticker ticker) {
        return with(profile, new ConnectionState.Closed(why), ticker);
    }

    private static Backend with(String profile, ConnectionState link, Ticker ticker) {
        return new Backend(
                profile,
                "console",
                new Unsent(),
                Resilience.NONE,
                new Empty(link, ticker),
                ticker,
                () -> {});
    }

    private record Empty(ConnectionState link, Ticker ticker) implements FleetModel {
        @Override
        public FleetSnapshot snapshot() {
            return new FleetSnapshot(
                    0,
                    ticker.nanos(),
                    ticker.now(),
                    link,
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    List.of(),
                    List.of());
        }

        @Override
        public Runnable watch(Consumer<FleetSnapshot> listener) {
            // Again every second: whoever waits is to see that time passes.
            return Seconds.count(ticker, Runnable::run, _ -> listener.accept(snapshot()));
        }

        @Override
        public void focus(Optional<CollectorId> id) {}

        @Override
        public CompletableFuture<MetricHistory> history(CollectorId id) {
            return new CompletableFuture<>();
        }

        @Override
        public void close() {}
    }

    private static final class Unsent implements RpcCaller {
        @Override
        public CompletableFuture<CallOutcome> call(
                RpcRequest request, Consumer<RpcResponse> onProgress) {
            var error =
                    RpcError.notExecuted(
                            ErrorCode.NOT_CONNECTED,
                            Messages.text("link.noBroker", request.target()));
            return CompletableFuture.completedFuture(
                    new CallOutcome.Failed(RpcStatus.UNAVAILABLE, error, Duration.ZERO));
        }

        @Override
        public CompletableFuture<List<CallOutcome>> callEveryone(RpcRequest request) {
            return CompletableFuture.completedFuture(List.of());
        }
    }
}
