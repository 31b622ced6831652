package daemoneye.rpc.client.serve.check;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
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
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.ShutdownType;
import daemoneye.rpc.protocol.payload.TaskRequest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// What is wrong inside a payload of the right kind. Stops at the first fault; copies nothing.
final class Payloads {
    private static final int MOST_REASON = 1000;
    private static final int MOST_WORD = 128;
    private static final int MOST_HOST = 255;
    private static final int MOST_WORDS = 1000;
    private static final long LONGEST_MS = 300_000;

    private Payloads() {}

    /// Whom a payload names, if it names anybody.
    static Optional<CollectorId> collector(RpcPayload payload) {
        return switch (payload) {
            case CollectorLifecycleRequest wish -> Optional.of(wish.collectorId());
            case ConfigUpdateRequest wish -> Optional.of(wish.collectorId());
            case ShutdownRequest wish -> Optional.of(wish.collectorId());
            case TaskRequest wish -> Optional.of(wish.collectorId());
            case RegistrationRequest wish -> Optional.of(wish.collectorId());
            case DeregistrationRequest wish -> Optional.of(wish.collectorId());
            case CapabilitiesData data -> Optional.of(data.collectorId());
            case HealthCheckData data -> Optional.of(data.collectorId());
            case CollectorListing _, GenericPayload _, EmptyPayload _ -> Optional.empty();
        };
    }

    static Optional<Fault> fault(RpcRequest request) {
        return switch (request.payload()) {
            case CollectorLifecycleRequest wish -> lifecycle(wish);
            case ConfigUpdateRequest wish ->
                    Settings.fault("config_changes", wish.configChanges())
                            .or(() -> reason(wish.reason()));
            case ShutdownRequest wish -> shutdown(wish);
            case TaskRequest wish ->
                    Texts.name("task_type", wish.taskType(), MOST_WORD)
                            .or(() -> Settings.fault("parameters", wish.parameters()));
            case RegistrationRequest wish -> registration(wish);
            case DeregistrationRequest wish -> reason(wish.reason());
            case GenericPayload values -> Questions.fault(request.operation(), values);
            case CapabilitiesData _, HealthCheckData _, CollectorListing _, EmptyPayload _ ->
                    Optional.empty();
        };
    }

    private static Optional<Fault> lifecycle(CollectorLifecycleRequest wish) {
        return Texts.line("collector_type", wish.collectorType(), MOST_WORD)
                .or(() -> Settings.fault("config_overrides", wish.configOverrides()))
                .or(() -> Variables.fault("environment", wish.environment()))
                .or(() -> wish.resourceLimits().flatMap(Payloads::limits))
                .or(() -> between("startup_timeout_ms", wish.startupTimeoutMs(), 1, LONGEST_MS))
                .or(() -> reason(wish.reason()));
    }

    private static Optional<Fault> limits(ResourceLimits limits) {
        var cpu = limits.maxCpuPercent();
        return between("resource_limits.max_memory_bytes", limits.maxMemoryBytes(), 1)
                .or(
                        () ->
                                cpu.isPresent()
                                                && !(Double.isFinite(cpu.getAsDouble())
                                                        && cpu.getAsDouble() > 0)
                                        ? Optional.of(
                                                new Fault(
                                                        "resource_limits.max_cpu_percent",
                                                        "must be a finite number above 0"))
                                        : Optional.empty())
                .or(() -> between("resource_limits.max_open_files", limits.maxOpenFiles(), 1));
    }

    private static Optional<Fault> shutdown(ShutdownRequest wish) {
        if (wish.shutdownType() == ShutdownType.UNKNOWN) {
            return Optional.of(
                    new Fault(
                            "shutdown_type",
                            "is none that is known here: use graceful, immediate or emergency"));
        }
        var time = OptionalLong.of(wish.gracefulTimeoutMs());
        return between("graceful_timeout_ms", time, 0, LONGEST_MS).or(() -> reason(wish.reason()));
    }

    private static Optional<Fault> registration(RegistrationRequest wish) {
        var can = wish.capabilities();
        return Texts.name("collector_type", wish.collectorType(), MOST_WORD)
                .or(() -> Texts.name("host", wish.host(), MOST_HOST))
                .or(() -> between("pid", OptionalLong.of(wish.pid()), 1))
                .or(() -> wish.agentId().flatMap(id -> Texts.line("agent_id", id, MOST_WORD)))
                .or(() -> Texts.line("version", wish.version(), MOST_WORD))
                .or(() -> words("capabilities.event_types", can.eventTypes()))
                .or(() -> words("capabilities.platform_support", can.platformSupport()))
                .or(() -> words("capabilities.features", List.copyOf(can.features().keySet())));
    }

    private static Optional<Fault> words(String path, List<String> words) {
        if (words.size() > MOST_WORDS) {
            return Optional.of(
                    new Fault(
                            path,
                            "has %d entries, at most %d are allowed"
                                    .formatted(words.size(), MOST_WORDS)));
        }
        for (int at = 0; at < words.size(); at++) {
            var fault = Texts.line(path + "[" + at + "]", words.get(at), MOST_WORD);
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> reason(Optional<String> reason) {
        return reason.flatMap(text -> Texts.line("reason", text, MOST_REASON));
    }

    private static Optional<Fault> between(String path, OptionalLong number, long least) {
        return between(path, number, least, Long.MAX_VALUE);
    }

    private static Optional<Fault> between(
            String path, OptionalLong number, long least, long most) {
        long given = number.orElse(least);
        if (given >= least && given <= most) {
            return Optional.empty();
        }
        var bounds = most == Long.MAX_VALUE ? "at least " + least : least + " to " + most;
        return Optional.of(new Fault(path, "must be %s, not %d".formatted(bounds, given)));
    }
}
