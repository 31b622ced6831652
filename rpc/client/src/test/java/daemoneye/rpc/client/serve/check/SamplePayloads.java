package daemoneye.rpc.client.serve.check;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.payload.CapabilitiesData;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.DeregistrationRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RegistrationRequest;
import daemoneye.rpc.protocol.payload.ResourceLimits;
import daemoneye.rpc.protocol.payload.ResourceRequirements;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.payload.TaskRequest;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Payloads that are right in everything but what a test gives them.
final class SamplePayloads {
    private static final CollectorId PROCMOND = new CollectorId("procmond");

    private SamplePayloads() {}

    static List<RpcPayload> oneOfEach() {
        return List.of(
                new EmptyPayload(),
                new GenericPayload(Map.of()),
                CollectorLifecycleRequest.of(PROCMOND),
                changes(Map.of()),
                shutdown("why"),
                new TaskRequest(PROCMOND, "scan-now", Map.of()),
                registration("host", "1", List.of()),
                new DeregistrationRequest(PROCMOND, new Incarnation(1), Optional.empty()),
                capabilities(List.of()));
    }

    static ShutdownRequest shutdown(String reason) {
        return new ShutdownRequest(
                PROCMOND,
                ShutdownType.GRACEFUL,
                60_000,
                true,
                Optional.of(reason),
                Optional.empty());
    }

    static ConfigUpdateRequest changes(Map<String, ConfigValue> changes) {
        return ConfigUpdateRequest.of(PROCMOND, changes);
    }

    static CollectorLifecycleRequest environment(String name, String value) {
        return environment(Map.of(name, value));
    }

    static CollectorLifecycleRequest environment(Map<String, String> variables) {
        return new CollectorLifecycleRequest(
                PROCMOND,
                "",
                Map.of(),
                variables,
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    static CollectorLifecycleRequest lifecycle(
            Map<String, ConfigValue> overrides,
            Optional<ResourceLimits> limits,
            OptionalLong startupTimeout) {
        return new CollectorLifecycleRequest(
                PROCMOND, "", overrides, Map.of(), limits, startupTimeout, Optional.empty());
    }

    static RegistrationRequest registration(String host, String version, List<String> eventTypes) {
        return new RegistrationRequest(
                PROCMOND,
                "process-monitor",
                host,
                7,
                new Incarnation(1),
                Optional.empty(),
                version,
                capabilities(eventTypes));
    }

    static CapabilitiesData capabilities(List<String> eventTypes) {
        return new CapabilitiesData(
                PROCMOND,
                eventTypes,
                List.of(),
                new ResourceRequirements(1, 1, List.of(), List.of()),
                List.of("linux"),
                Map.of());
    }

    static GenericPayload generic(String name, ConfigValue value) {
        return new GenericPayload(Map.of(name, value));
    }
}
