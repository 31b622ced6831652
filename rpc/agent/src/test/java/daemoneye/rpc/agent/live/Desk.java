package daemoneye.rpc.agent.live;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.Agent;
import daemoneye.rpc.agent.AgentSettings;
import daemoneye.rpc.agent.process.launch.CollectorJvm;
import daemoneye.rpc.agent.process.launch.JavaCollectorLauncher;
import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.broker.BrokerSettings;
import daemoneye.rpc.broker.EmbeddedBroker;
import daemoneye.rpc.client.call.BusCaller;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.Calls;
import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.client.connection.Connections;
import daemoneye.rpc.client.serve.BusService;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.StateChange;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.ResourceLimits;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.value.ConfigValue;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.bus.SubscriptionKind;
import daemoneye.rpc.transport.netty.NettyWire;
import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.Wire;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A whole system on one desk: a broker on a Unix socket and somebody who watches the fleet as the
/// console does. Agents come on request.
final class Desk implements AutoCloseable {
    /// For a start of four Java processes on two busy cores.
    static final Duration PATIENCE = Duration.ofSeconds(60);

    final Calls calls;
    final RpcCaller caller;
    private final Wire wire = NettyWire.open("desk");
    private final EmbeddedBroker broker;
    private final Connection console;
    private final Map<CollectorId, CollectorInfo> known = new ConcurrentHashMap<>();
    private final List<Expectation> expectations = new CopyOnWriteArrayList<>();

    private record Expectation(
            CollectorId id, Predicate<CollectorInfo> wanted, CompletableFuture<Long> met) {}

    Desk() throws Exception {
        broker =
                EmbeddedBroker.startPrivately(wire, BrokerSettings.named("desk", "1"))
                        .get(10, TimeUnit.SECONDS);
        console = connect(wire, broker.address(), "console", "console");
        caller = BusCaller.on(console, wire.ticker());
        calls = new Calls(caller, "console", wire.ticker());
        console.subscribe(
                CollectorTopics.ALL_STATE_CHANGES,
                SubscriptionKind.LISTEN,
                received -> learn(((StateChange) received.body()).info()));
        console.ping().get(10, TimeUnit.SECONDS);
    }

    Address address() {
        return broker.address();
    }

    Ticker ticker() {
        return wire.ticker();
    }

    /// An agent with its own link to the broker, in this process.
    Agent agent(Path folder, List<CollectorSpec> collectors) throws Exception {
        return agent(folder, collectors, CollectorJvm.ofThisProcess());
    }

    /// An agent whose collectors run in another Java.
    Agent agent(Path folder, List<CollectorSpec> collectors, CollectorJvm jvm) throws Exception {
        return agent(wire, broker.address(), folder, false, collectors, jvm);
    }

    static Agent agent(
            Wire wire,
            Address address,
            Path folder,
            boolean stay,
            List<CollectorSpec> collectors,
            CollectorJvm jvm)
            throws IOException, InterruptedException {
        var standard = AgentSettings.standard(address, folder, folder);
        var settings =
                new AgentSettings(
                        "agent-desk",
                        standard.host(),
                        collectors,
                        address,
                        standard.heartbeat(),
                        stay,
                        true,
                        folder,
                        folder);
        var connection = connect(wire, address, settings.agentId(), "agent");
        return Agent.start(
                settings,
                connection,
                BusCaller.on(connection, wire.ticker()),
                BusService.on(connection, settings.agentId(), wire.ticker()),
                wire.ticker(),
                new JavaCollectorLauncher(
                        jvm, settings.launchTerms(), System.getenv(), wire.ticker()));
    }

    /// Starts a collector with settings and limits.
    CompletableFuture<CallOutcome> start(
            CollectorId id, Map<String, ConfigValue> config, Optional<ResourceLimits> limits) {
        var wish =
                new CollectorLifecycleRequest(
                        id,
                        "",
                        config,
                        Map.of(),
                        limits,
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.empty());
        return caller.call(
                calls.request(CollectorOperation.START, CollectorTopics.lifecycle(id), wish));
    }

    /// What the last news said.
    CollectorInfo info(CollectorId id) {
        return Optional.ofNullable(known.get(id)).orElseThrow();
    }

    /// Waits until the news say so.
    void await(CollectorId id, Predicate<CollectorInfo> wanted) {
        var _ = seenAt(id, wanted).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /// When the news say so for the first time from now on, by the ticker.
    CompletableFuture<Long> seenAt(CollectorId id, Predicate<CollectorInfo> wanted) {
        var expectation = new Expectation(id, wanted, new CompletableFuture<>());
        expectations.add(expectation);
        Optional.ofNullable(known.get(id)).ifPresent(info -> check(expectation, info));
        return expectation.met();
    }

    /// The end of a call that must succeed.
    static CallOutcome.Done done(CompletableFuture<CallOutcome> call) throws Exception {
        var outcome = call.get(PATIENCE.toSeconds() + 10, TimeUnit.SECONDS);
        assertThat(outcome).isInstanceOf(CallOutcome.Done.class);
        return (CallOutcome.Done) outcome;
    }

    /// The code of a call that must fail.
    static String failed(CompletableFuture<CallOutcome> call) throws Exception {
        var outcome = call.get(PATIENCE.toSeconds() + 10, TimeUnit.SECONDS);
        assertThat(outcome).isInstanceOf(CallOutcome.Failed.class);
        return ((CallOutcome.Failed) outcome).error().code();
    }

    @Override
    public void close() {
        console.close();
        broker.close();
        wire.close();
    }

    private void learn(CollectorInfo info) {
        known.put(info.collectorId(), info);
        expectations.forEach(each -> check(each, info));
    }

    private void check(Expectation expectation, CollectorInfo info) {
        if (expectation.id().equals(info.collectorId()) && expectation.wanted().test(info)) {
            expectation.met().complete(wire.ticker().nanos());
            expectations.remove(expectation);
        }
    }

    private static Connection connect(Wire wire, Address address, String name, String kind) {
        var identity = new ClientIdentity(name, kind, "1", ProcessHandle.current().pid());
        var connection = Connections.over(wire, address, identity, wire.ticker());
        connection.connected(PATIENCE).join();
        return connection;
    }
}
