package daemoneye.rpc.agent.answering;

import static daemoneye.rpc.protocol.operation.CollectorOperation.DEREGISTER;
import static daemoneye.rpc.protocol.operation.CollectorOperation.LIST_COLLECTORS;
import static daemoneye.rpc.protocol.operation.CollectorOperation.REGISTER;

import daemoneye.rpc.agent.registry.CollectorRegistry;
import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.agent.supervise.Refusals;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.OperationTable;
import daemoneye.rpc.client.serve.ServedRequest;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.payload.CollectorListing;
import daemoneye.rpc.protocol.payload.DeregistrationRequest;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RegistrationRequest;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Answers `control.collector.lifecycle`, which every agent hears: Register, Deregister,
/// ListCollectors.
public final class AgentAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(AgentAnswers.class);

    private final CollectorRegistry registry;
    private final String agentId;
    private final String host;
    private final Duration heartbeat;

    public AgentAnswers(
            CollectorRegistry registry, String agentId, String host, Duration heartbeat) {
        this.registry = registry;
        this.agentId = agentId;
        this.host = host;
        this.heartbeat = heartbeat;
    }

    public OperationTable table() {
        return OperationTable.empty()
                .withPrompt(REGISTER, this::register)
                .withPrompt(DEREGISTER, this::deregister)
                .withPrompt(LIST_COLLECTORS, this::list);
    }

    private Answer register(ServedRequest call) throws InterruptedException {
        if (!(call.request().payload() instanceof RegistrationRequest request)) {
            return Answer.failed(Orders.wrongPayload(REGISTER, "RegistrationRequest"));
        }
        if (!isOurs(request)) {
            return Answer.failed(notOwner(request.collectorId()));
        }
        if (!call.commit()) {
            return Answer.withdrawn();
        }
        var spec = new CollectorSpec(request.collectorId(), request.collectorType(), false);
        var collector = registry.findOrAdd(spec);
        if (collector.isEmpty()) {
            return Answer.failed(full());
        }
        var answer = Waiting.of(collector.get().register(request));
        if (answer instanceof Answer.Failure(var error)) {
            LOG.warn(
                    "A registration of {} was refused: {}", request.collectorId(), error.message());
            return answer;
        }
        return Answer.done(accepted());
    }

    private Answer deregister(ServedRequest call) {
        if (!(call.request().payload() instanceof DeregistrationRequest request)) {
            return Answer.failed(Orders.wrongPayload(DEREGISTER, "DeregistrationRequest"));
        }
        var collector = registry.find(request.collectorId());
        if (collector.isEmpty()) {
            return Answer.failed(notOwner(request.collectorId()));
        }
        var info = collector.get().info();
        if (info.incarnation().isEmpty()) {
            return Answer.failed(notOwner(request.collectorId()));
        }
        var another = Refusals.fence(Optional.of(request.incarnation()), info);
        if (another.isPresent()) {
            return Answer.failed(another.get());
        }
        if (!call.commit()) {
            return Answer.withdrawn();
        }
        collector.get().goodBye(request.incarnation(), request.reason());
        return Answer.done(accepted());
    }

    private Answer list(ServedRequest call) {
        return Answer.done(
                new CollectorListing(agentId, host, Listings.sendable(registry.infos())));
    }

    // Whoever started a collector by hand names no agent: the one of its host looks after it.
    private boolean isOurs(RegistrationRequest request) {
        var named = request.agentId().filter(name -> !name.isEmpty());
        return named.isPresent()
                ? named.get().equals(agentId)
                : request.host().equalsIgnoreCase(host);
    }

    private GenericPayload accepted() {
        var values = new LinkedHashMap<String, ConfigValue>();
        values.put("accepted", ConfigValue.of(true));
        values.put("heartbeat_interval_ms", ConfigValue.of(heartbeat.toMillis()));
        values.put("agent_id", ConfigValue.of(agentId));
        return new GenericPayload(values);
    }

    private RpcError full() {
        return RpcError.notExecuted(
                        ErrorCode.TOO_LARGE,
                        "%s is full, it looks after %d collectors: start this one at another agent"
                                .formatted(agentId, CollectorRegistry.MOST))
                .with("max_collectors", ConfigValue.of(CollectorRegistry.MOST));
    }

    private RpcError notOwner(CollectorId id) {
        return RpcError.notExecuted(
                ErrorCode.NOT_OWNER, "%s does not look after %s".formatted(agentId, id));
    }
}
