package daemoneye.rpc.transport.codec.shape;

import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.ResourceLimits;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.TaskRequest;

/// The payloads that ask a collector or its agent to do something.
final class CommandShapes {
    static final Shape<CollectorLifecycleRequest> LIFECYCLE =
            new Shape<>(
                    22,
                    CollectorLifecycleRequest.class,
                    CommandShapes::writeLifecycle,
                    CommandShapes::readLifecycle);
    static final Shape<ConfigUpdateRequest> CONFIG_UPDATE =
            new Shape<>(
                    24,
                    ConfigUpdateRequest.class,
                    CommandShapes::writeConfig,
                    CommandShapes::readConfig);
    static final Shape<ShutdownRequest> SHUTDOWN =
            new Shape<>(
                    26,
                    ShutdownRequest.class,
                    CommandShapes::writeShutdown,
                    CommandShapes::readShutdown);
    static final Shape<TaskRequest> TASK =
            new Shape<>(29, TaskRequest.class, CommandShapes::writeTask, CommandShapes::readTask);
    static final Shape<ResourceLimits> LIMITS =
            new Shape<>(
                    42,
                    ResourceLimits.class,
                    CommandShapes::writeLimits,
                    CommandShapes::readLimits);

    private CommandShapes() {}

    private static void writeLifecycle(BodyOutput out, CollectorLifecycleRequest request) {
        out.id(request.collectorId());
        out.text(request.collectorType());
        ValueShapes.writeMap(out, request.configOverrides());
        out.map(request.environment(), BodyOutput::text);
        out.optional(request.resourceLimits(), LIMITS.writing());
        out.optionalNumber(request.startupTimeoutMs());
        out.optionalIncarnation(request.onlyIncarnation());
        out.optionalText(request.reason());
    }

    private static CollectorLifecycleRequest readLifecycle(BodyInput in) {
        return new CollectorLifecycleRequest(
                in.id("collectorId"),
                in.text("collectorType"),
                ValueShapes.readMap(in, "configOverrides"),
                in.map("environment", 1, BodyInput::text),
                in.optional("resourceLimits", LIMITS.reading()),
                in.optionalNumber("startupTimeoutMs"),
                in.optionalIncarnation("onlyIncarnation"),
                in.optionalText("reason"));
    }

    private static void writeConfig(BodyOutput out, ConfigUpdateRequest request) {
        out.id(request.collectorId());
        ValueShapes.writeMap(out, request.configChanges());
        out.flag(request.validateOnly());
        out.flag(request.restartRequired());
        out.flag(request.rollbackOnFailure());
        out.optionalNumber(request.expectedVersion());
        out.optionalText(request.reason());
        out.optionalNumber(request.rollbackTo());
    }

    private static ConfigUpdateRequest readConfig(BodyInput in) {
        return new ConfigUpdateRequest(
                in.id("collectorId"),
                ValueShapes.readMap(in, "configChanges"),
                in.flag("validateOnly"),
                in.flag("restartRequired"),
                in.flag("rollbackOnFailure"),
                in.optionalNumber("expectedVersion"),
                in.optionalText("reason"),
                in.optionalNumber("rollbackTo"));
    }

    private static void writeShutdown(BodyOutput out, ShutdownRequest request) {
        out.id(request.collectorId());
        out.code(EnumTables.SHUTDOWN, request.shutdownType());
        out.number(request.gracefulTimeoutMs());
        out.flag(request.forceAfterTimeout());
        out.optionalText(request.reason());
        out.optionalIncarnation(request.onlyIncarnation());
    }

    private static ShutdownRequest readShutdown(BodyInput in) {
        return new ShutdownRequest(
                in.id("collectorId"),
                in.code("shutdownType", EnumTables.SHUTDOWN),
                in.number("gracefulTimeoutMs"),
                in.flag("forceAfterTimeout"),
                in.optionalText("reason"),
                in.optionalIncarnation("onlyIncarnation"));
    }

    private static void writeTask(BodyOutput out, TaskRequest request) {
        out.id(request.collectorId());
        out.text(request.taskType());
        ValueShapes.writeMap(out, request.parameters());
    }

    private static TaskRequest readTask(BodyInput in) {
        return new TaskRequest(
                in.id("collectorId"), in.text("taskType"), ValueShapes.readMap(in, "parameters"));
    }

    private static void writeLimits(BodyOutput out, ResourceLimits limits) {
        out.optionalNumber(limits.maxMemoryBytes());
        out.optionalDecimal(limits.maxCpuPercent());
        out.optionalNumber(limits.maxOpenFiles());
    }

    private static ResourceLimits readLimits(BodyInput in) {
        return new ResourceLimits(
                in.optionalNumber("maxMemoryBytes"),
                in.optionalDecimal("maxCpuPercent"),
                in.optionalNumber("maxOpenFiles"));
    }
}
