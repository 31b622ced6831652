package daemoneye.rpc.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.call.BusCaller;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.Calls;
import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.client.connection.Connections;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.time.SystemTicker;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.wire.Address;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/// Real processes and a link of our own, for the tests of the design's examples.
final class DesignScene implements AutoCloseable {
    private static final CollectorId PROCMOND = new CollectorId("procmond");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String client;
    private final Desk desk;
    private final SystemTicker ticker = new SystemTicker("design");
    private final Connection connection;
    private final BusCaller caller;
    private final Calls calls;

    DesignScene(Path home, String client) throws Exception {
        this.client = client;
        desk = new Desk(home);
        desk.awaitWell(PROCMOND.text());
        var address = new Address.UnixSocket(home.resolve("run").resolve("broker.sock"));
        var identity = new ClientIdentity(client, "cli", "test", ProcessHandle.current().pid());
        connection = Connections.open(address, identity, ticker);
        connection.connected(PATIENCE).join();
        caller = BusCaller.on(connection, ticker);
        calls = new Calls(caller, client, ticker);
    }

    Connection connection() {
        return connection;
    }

    Calls calls() {
        return calls;
    }

    Instant now() {
        return ticker.now();
    }

    CompletableFuture<CallOutcome> send(RpcRequest request) {
        return caller.call(request);
    }

    @Override
    public void close() {
        connection.close();
        desk.close();
        ticker.close();
    }

    CompletableFuture<CallOutcome> lifecycle(
            CollectorOperation operation, CollectorLifecycleRequest payload) {
        return call(CollectorTopics.lifecycle(PROCMOND), operation, payload);
    }

    CompletableFuture<CallOutcome> shutdown(CollectorOperation operation, ShutdownRequest payload) {
        return call(CollectorTopics.shutdown(PROCMOND), operation, payload);
    }

    CompletableFuture<CallOutcome> update(Map<String, ConfigValue> changes, boolean validateOnly) {
        return call(
                CollectorTopics.config(PROCMOND),
                CollectorOperation.UPDATE_CONFIG,
                new ConfigUpdateRequest(
                        PROCMOND,
                        changes,
                        validateOnly,
                        false,
                        true,
                        OptionalLong.empty(),
                        Optional.empty()));
    }

    CompletableFuture<CallOutcome> call(
            Topic target, CollectorOperation operation, RpcPayload payload) {
        return caller.call(
                RpcRequest.of(
                        client,
                        target,
                        operation,
                        payload,
                        operation.timeout().standard(),
                        ticker.now()));
    }

    HealthCheckData health() {
        return (HealthCheckData)
                done(call(
                                CollectorTopics.heartbeat(PROCMOND),
                                CollectorOperation.HEALTH_CHECK,
                                new EmptyPayload()))
                        .payload()
                        .orElseThrow();
    }

    /// The answer of a collector that has looked twice: how much per second is known only then.
    HealthCheckData healthWith(String metric) throws InterruptedException {
        long since = ticker.nanos();
        var health = health();
        while (!health.metrics().containsKey(metric)) {
            assertThat(ticker.since(since)).as("%s in %s", metric, health).isLessThan(PATIENCE);
            ticker.pause(Duration.ofMillis(200));
            health = health();
        }
        return health;
    }

    /// Starts it, unless it runs; back to what is usual.
    void running() {
        var outcome = calls.start(PROCMOND, step -> {}).join();
        if (outcome instanceof CallOutcome.Failed(_, var error, _)) {
            assertThat(error.code()).isEqualTo(ErrorCode.COLLECTOR_ALREADY_RUNNING.name());
        }
    }

    void stopped() {
        running();
        done(calls.stop(PROCMOND, step -> {}));
    }

    static RpcResponse done(CompletableFuture<CallOutcome> underWay) {
        var outcome = underWay.join();
        assertThat(outcome).isInstanceOf(CallOutcome.Done.class);
        return ((CallOutcome.Done) outcome).response();
    }

    static RpcError failed(CompletableFuture<CallOutcome> underWay) {
        var outcome = underWay.join();
        assertThat(outcome).isInstanceOf(CallOutcome.Failed.class);
        return ((CallOutcome.Failed) outcome).error();
    }

    static Map<String, ConfigValue> values(RpcResponse response) {
        return ((GenericPayload) response.payload().orElseThrow()).values();
    }

    static List<String> texts(Map<String, ConfigValue> values, String name) {
        assertThat(values).containsKey(name);
        return ((ConfigValue.Items) values.get(name))
                .values().stream().map(ConfigValue::toString).toList();
    }

    static String text(RpcPayload payload) {
        return ((GenericPayload) payload).values().toString();
    }
}
