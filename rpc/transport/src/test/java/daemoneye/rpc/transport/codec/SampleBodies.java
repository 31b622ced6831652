package daemoneye.rpc.transport.codec;

import daemoneye.rpc.protocol.error.ErrorCategory;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.CollectorEvent;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.message.MessageBody;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.message.StateChange;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CapabilitiesData;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.CollectorListing;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.DeregistrationRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.payload.RegistrationRequest;
import daemoneye.rpc.protocol.payload.ResourceLimits;
import daemoneye.rpc.protocol.payload.ResourceRequirements;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.payload.TaskRequest;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.ComponentHealth;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.LastExit;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Bodies of every type with generated values; the same seed gives the same bodies.
final class SampleBodies {
    private final SampleValues some;

    private SampleBodies(long seed) {
        some = new SampleValues(seed);
    }

    /// One body of each kind, and of each payload in a request and in a response.
    static List<MessageBody> of(long seed) {
        var samples = new SampleBodies(seed);
        var all = new ArrayList<MessageBody>();
        all.add(samples.heartbeat());
        all.add(samples.event());
        all.add(
                new StateChange(
                        samples.info(),
                        samples.some.oneOf(ProcessState.values()),
                        samples.some.instant()));
        for (var payload : samples.payloads()) {
            all.add(samples.request(payload));
            all.add(samples.response(payload));
        }
        return all;
    }

    private HeartbeatData heartbeat() {
        return new HeartbeatData(
                some.id(),
                some.instant(),
                some.number(),
                some.oneOf(HealthStatus.values()),
                some.incarnation(),
                some.number(),
                HeartbeatData.LEAST_INTERVAL_MS + some.smallNumber() % 50_000,
                some.flag(),
                some.map(some::decimal));
    }

    private CollectorEvent event() {
        return new CollectorEvent(
                some.id(), some.text(), some.number(), some.instant(), some.values());
    }

    private RpcRequest request(RpcPayload payload) {
        return new RpcRequest(
                requestId(),
                some.text(),
                CollectorTopics.lifecycle(some.id()),
                some.oneOf(CollectorOperation.values()),
                payload,
                1 + some.smallNumber(),
                some.instant());
    }

    private RpcResponse response(RpcPayload payload) {
        return new RpcResponse(
                requestId(),
                some.text(),
                some.oneOf(RpcStatus.values()),
                some.optional(() -> payload),
                some.number(),
                some.number(),
                some.instant(),
                some.optional(this::error));
    }

    private RequestId requestId() {
        return new RequestId(new UUID(some.anyLong(), some.anyLong()));
    }

    private RpcError error() {
        return new RpcError(
                some.text(),
                some.text(),
                some.values(),
                some.oneOf(ErrorCategory.values()),
                some.oneOf(ExecutionCertainty.values()));
    }

    private List<RpcPayload> payloads() {
        return List.of(
                new EmptyPayload(),
                new GenericPayload(some.values()),
                lifecycle(),
                health(),
                configUpdate(),
                capabilities(),
                shutdown(),
                registration(),
                new DeregistrationRequest(some.id(), some.incarnation(), some.optional(some::text)),
                new TaskRequest(some.id(), some.text(), some.values()),
                new CollectorListing(some.text(), some.text(), some.list(this::info)));
    }

    private CollectorLifecycleRequest lifecycle() {
        return new CollectorLifecycleRequest(
                some.id(),
                some.text(),
                some.values(),
                some.map(some::text),
                some.optional(
                        () ->
                                new ResourceLimits(
                                        some.optionalNumber(),
                                        some.optionalDecimal(),
                                        some.optionalNumber())),
                some.optionalNumber(),
                some.optional(some::incarnation),
                some.optional(some::text));
    }

    private HealthCheckData health() {
        return new HealthCheckData(
                some.id(),
                some.oneOf(HealthStatus.values()),
                some.map(this::component),
                some.map(some::decimal),
                some.instant(),
                some.number(),
                some.number());
    }

    private ComponentHealth component() {
        return new ComponentHealth(
                some.text(),
                some.oneOf(HealthStatus.values()),
                some.optional(some::text),
                some.instant(),
                some.number());
    }

    private ConfigUpdateRequest configUpdate() {
        return new ConfigUpdateRequest(
                some.id(),
                some.values(),
                some.flag(),
                some.flag(),
                some.flag(),
                some.optionalNumber(),
                some.optional(some::text),
                some.optionalNumber());
    }

    private CapabilitiesData capabilities() {
        return new CapabilitiesData(
                some.id(),
                some.list(some::text),
                some.list(() -> some.oneOf(CollectorOperation.values())),
                new ResourceRequirements(
                        some.number(),
                        some.decimal(),
                        some.list(some::text),
                        some.list(some::text)),
                some.list(some::text),
                some.map(some::flag));
    }

    private ShutdownRequest shutdown() {
        return new ShutdownRequest(
                some.id(),
                some.oneOf(ShutdownType.values()),
                some.number(),
                some.flag(),
                some.optional(some::text),
                some.optional(some::incarnation));
    }

    private RegistrationRequest registration() {
        return new RegistrationRequest(
                some.id(),
                some.text(),
                some.text(),
                some.number(),
                some.incarnation(),
                some.optional(some::text),
                some.text(),
                capabilities());
    }

    private CollectorInfo info() {
        return new CollectorInfo(
                some.id(),
                some.text(),
                some.text(),
                some.text(),
                some.oneOf(ProcessState.values()),
                some.optional(some::text),
                some.optionalNumber(),
                some.optional(some::incarnation),
                some.optionalNumber(),
                some.number(),
                some.smallNumber(),
                some.optional(
                        () ->
                                new LastExit(
                                        some.optionalInt(),
                                        some.optional(some::text),
                                        some.instant(),
                                        some.list(some::text))),
                some.list(some::text));
    }
}
