package daemoneye.rpc.cli.bench.design;

import daemoneye.rpc.cli.bench.load.Load;
import daemoneye.rpc.cli.bench.load.Shots;
import daemoneye.rpc.cli.bench.load.Tally;
import daemoneye.rpc.cli.run.CommandFailure;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/// The design's three kinds of calls to one collector, and how long they are made.
final class DesignLoads {
    private static final Duration WARM_UP = Duration.ofSeconds(3);

    private final Conversation talk;
    private final CollectorId id;
    private final Ticker ticker;

    DesignLoads(Conversation talk, CollectorId id, Ticker ticker) {
        this.talk = talk;
        this.id = id;
        this.ticker = ticker;
    }

    /// HealthCheck.
    Shots healthChecks() {
        return shots(
                CollectorOperation.HEALTH_CHECK, CollectorTopics.heartbeat(id), EmptyPayload::new);
    }

    /// UpdateConfig of a setting that takes effect at once, another value each time.
    Shots configUpdates() {
        var turn = new AtomicInteger();
        return shots(
                CollectorOperation.UPDATE_CONFIG,
                CollectorTopics.config(id),
                () ->
                        ConfigUpdateRequest.of(
                                id,
                                Map.of(
                                        "scan_interval_ms",
                                        ConfigValue.of(2_000 + turn.getAndIncrement() % 1_000))));
    }

    /// Pause and Resume in turn: what the agent relays to the collector.
    Shots pausesAndResumes() {
        var turn = new AtomicInteger();
        return () ->
                turn.getAndIncrement() % 2 == 0
                        ? lifecycle(CollectorOperation.PAUSE).fire()
                        : lifecycle(CollectorOperation.RESUME).fire();
    }

    /// Restart: a process ends, another one starts and beats.
    Shots restarts() {
        return lifecycle(CollectorOperation.RESTART);
    }

    private Shots lifecycle(CollectorOperation operation) {
        return shots(
                operation, CollectorTopics.lifecycle(id), () -> CollectorLifecycleRequest.of(id));
    }

    private Shots shots(CollectorOperation operation, Topic target, Payload payload) {
        return () ->
                talk.link()
                        .caller()
                        .call(
                                talk.request(
                                        operation,
                                        target,
                                        payload.next(),
                                        operation.timeout().standard()));
    }

    /// Makes calls for `warmUp` and then for `time`, which is counted.
    ///
    /// @return how long was counted
    Duration run(Load load, Tally tally, Duration warmUp, Duration time) {
        load.start();
        sleep(warmUp);
        long began = ticker.nanos();
        tally.begin();
        sleep(time);
        tally.end();
        var counted = ticker.since(began);
        load.stop();
        if (tally.latencies().getTotalCount() == 0) {
            tally.firstError()
                    .ifPresent(
                            error -> {
                                throw new CommandFailure(error);
                            });
        }
        return counted;
    }

    Duration run(Load load, Tally tally, Duration time) {
        return run(load, tally, WARM_UP, time);
    }

    void sleep(Duration time) {
        var over = new CompletableFuture<Boolean>();
        ticker.after(time, () -> over.complete(true));
        over.join();
    }

    private interface Payload {
        RpcPayload next();
    }
}
