package daemoneye.rpc.collector.lifecycle;

import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.collector.health.RegistrationState;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CapabilitiesData;
import daemoneye.rpc.protocol.payload.DeregistrationRequest;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RegistrationRequest;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// Tells the agents that the collector is there, whenever the link comes up, and again and again
/// until one accepts it; and that it leaves. Its methods run on the collector's loop.
///
/// ```
/// Asking ──accepted──► Accepted ──link came back──► Asking
///   │ ▲
///   │ └──after 1, 2, 4, 5, 5 … s── Refused ◄─ nobody wants it
///   └───────────────────────────────►┘
/// ```
final class Registration {
    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FAREWELL = Duration.ofSeconds(1);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final long LEAST_BEAT_MS = HeartbeatData.LEAST_INTERVAL_MS;
    private static final long MOST_BEAT_MS = HeartbeatData.MOST_INTERVAL_MS;

    private final CollectorSpec spec;
    private final CapabilitiesData capabilities;
    private final RpcCaller caller;
    private final Ticker ticker;
    private final Executor loop;
    private final Consumer<Optional<Duration>> answered;
    private volatile RegistrationState state = new RegistrationState.Asking();
    private Duration pause = FIRST_PAUSE;
    private long round;

    /// @param answered told when the agents have answered, with the beat interval if one accepted
    Registration(
            CollectorSpec spec,
            CapabilitiesData capabilities,
            RpcCaller caller,
            Ticker ticker,
            Executor loop,
            Consumer<Optional<Duration>> answered) {
        this.spec = spec;
        this.capabilities = capabilities;
        this.caller = caller;
        this.ticker = ticker;
        this.loop = loop;
        this.answered = answered;
    }

    /// From any thread.
    RegistrationState state() {
        return state;
    }

    /// The link has come up: asks anew. Answers to earlier questions no longer count.
    void begin() {
        pause = FIRST_PAUSE;
        ask(++round);
    }

    /// Asks no more.
    void stop() {
        round++;
    }

    private void ask(long thisRound) {
        if (thisRound != round) {
            return;
        }
        var request =
                new RegistrationRequest(
                        spec.id(),
                        spec.settings().now().type().typeName(),
                        spec.host(),
                        spec.pid(),
                        spec.incarnation(),
                        spec.agentId(),
                        spec.version(),
                        capabilities);
        var _ =
                caller.callEveryone(broadcast(CollectorOperation.REGISTER, request, PATIENCE))
                        .thenAcceptAsync(outcomes -> settle(thisRound, outcomes), loop);
    }

    private void settle(long thisRound, List<CallOutcome> outcomes) {
        if (thisRound != round) {
            return;
        }
        var accepted = outcomes.stream().flatMap(each -> acceptance(each).stream()).findFirst();
        if (accepted.isPresent()) {
            state = new RegistrationState.Accepted(agentOf(accepted.get()));
        } else {
            state = new RegistrationState.Refused(reason(outcomes));
            LOG.info("{}; asking again in {} s", reason(outcomes), pause.toSeconds());
            ticker.after(pause, () -> loop.execute(() -> ask(thisRound)));
            var doubled = pause.multipliedBy(2);
            pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        }
        answered.accept(accepted.flatMap(Registration::interval));
    }

    private static Optional<GenericPayload> acceptance(CallOutcome outcome) {
        return outcome instanceof CallOutcome.Done done
                        && done.response().payload().orElse(null) instanceof GenericPayload answer
                        && ConfigValue.of(true).equals(answer.values().get("accepted"))
                ? Optional.of(answer)
                : Optional.empty();
    }

    private static String agentOf(GenericPayload answer) {
        var agent = answer.values().get("agent_id");
        return agent == null ? "an agent" : agent.toString();
    }

    private static Optional<Duration> interval(GenericPayload answer) {
        return answer.values().get("heartbeat_interval_ms") instanceof ConfigValue.Whole(var ms)
                ? Optional.of(Duration.ofMillis(Math.clamp(ms, LEAST_BEAT_MS, MOST_BEAT_MS)))
                : Optional.empty();
    }

    /// That another agent is not ours is no news; any other refusal is.
    private String reason(List<CallOutcome> outcomes) {
        for (var outcome : outcomes) {
            if (outcome instanceof CallOutcome.Failed failed
                    && !failed.error().code().equals(ErrorCode.NOT_OWNER.name())
                    && !failed.error().code().equals(ErrorCode.NO_RESPONDER.name())) {
                return "Not registered: " + failed.error().message();
            }
        }
        return spec.agentId()
                .map(agent -> "Not registered: agent %s does not answer".formatted(agent))
                .orElse("Not registered: there is no agent");
    }

    /// Says good-bye; completes when the agents know or do not answer.
    CompletableFuture<List<CallOutcome>> leave(String reason) {
        stop();
        var request = new DeregistrationRequest(spec.id(), spec.incarnation(), Optional.of(reason));
        return caller.callEveryone(broadcast(CollectorOperation.DEREGISTER, request, FAREWELL));
    }

    private RpcRequest broadcast(
            CollectorOperation operation, RpcPayload payload, Duration timeout) {
        return RpcRequest.of(
                spec.id().text(),
                CollectorTopics.LIFECYCLE_BROADCAST,
                operation,
                payload,
                timeout,
                ticker.now());
    }
}
