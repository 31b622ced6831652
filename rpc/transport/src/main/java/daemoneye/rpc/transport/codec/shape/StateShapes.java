package daemoneye.rpc.transport.codec.shape;

import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.ComponentHealth;
import daemoneye.rpc.protocol.state.LastExit;

/// The records that bodies and payloads are made of: how a collector stands, and what went wrong.
final class StateShapes {
    static final Shape<RpcError> ERROR =
            new Shape<>(40, RpcError.class, StateShapes::writeError, StateShapes::readError);
    static final Shape<ComponentHealth> COMPONENT =
            new Shape<>(
                    41,
                    ComponentHealth.class,
                    StateShapes::writeComponent,
                    StateShapes::readComponent);
    static final Shape<CollectorInfo> INFO =
            new Shape<>(44, CollectorInfo.class, StateShapes::writeInfo, StateShapes::readInfo);
    static final Shape<LastExit> EXIT =
            new Shape<>(45, LastExit.class, StateShapes::writeExit, StateShapes::readExit);

    private StateShapes() {}

    private static void writeError(BodyOutput out, RpcError error) {
        out.text(error.code());
        out.text(error.message());
        ValueShapes.writeMap(out, error.context());
        out.code(EnumTables.CATEGORY, error.category());
        out.code(EnumTables.CERTAINTY, error.certainty());
    }

    private static RpcError readError(BodyInput in) {
        return new RpcError(
                in.text("code"),
                in.text("message"),
                ValueShapes.readMap(in, "context"),
                in.code("category", EnumTables.CATEGORY),
                in.code("certainty", EnumTables.CERTAINTY));
    }

    private static void writeComponent(BodyOutput out, ComponentHealth health) {
        out.text(health.name());
        out.code(EnumTables.HEALTH, health.status());
        out.optionalText(health.message());
        out.instant(health.lastCheck());
        out.number(health.checkIntervalSeconds());
    }

    private static ComponentHealth readComponent(BodyInput in) {
        return new ComponentHealth(
                in.text("name"),
                in.code("status", EnumTables.HEALTH),
                in.optionalText("message"),
                in.instant("lastCheck"),
                in.number("checkIntervalSeconds"));
    }

    private static void writeInfo(BodyOutput out, CollectorInfo info) {
        out.id(info.collectorId());
        out.text(info.collectorType());
        out.text(info.host());
        out.text(info.agentId());
        out.code(EnumTables.PROCESS, info.state());
        out.optionalText(info.stateReason());
        out.optionalNumber(info.pid());
        out.optionalIncarnation(info.incarnation());
        out.optionalNumber(info.uptimeSeconds());
        out.number(info.configVersion());
        out.smallNumber("restarts", info.restarts());
        out.optional(info.lastExit(), EXIT.writing());
        out.list(info.eventTypes(), BodyOutput::text);
    }

    private static CollectorInfo readInfo(BodyInput in) {
        return new CollectorInfo(
                in.id("collectorId"),
                in.text("collectorType"),
                in.text("host"),
                in.text("agentId"),
                in.code("state", EnumTables.PROCESS),
                in.optionalText("stateReason"),
                in.optionalNumber("pid"),
                in.optionalIncarnation("incarnation"),
                in.optionalNumber("uptimeSeconds"),
                in.number("configVersion"),
                in.smallNumber("restarts"),
                in.optional("lastExit", EXIT.reading()),
                in.list("eventTypes", 1, BodyInput::text));
    }

    private static void writeExit(BodyOutput out, LastExit exit) {
        out.optionalInt(exit.exitCode());
        out.optionalText(exit.signal());
        out.instant(exit.at());
        out.list(exit.lastOutput(), BodyOutput::text);
    }

    private static LastExit readExit(BodyInput in) {
        return new LastExit(
                in.optionalInt("exitCode"),
                in.optionalText("signal"),
                in.instant("at"),
                in.list("lastOutput", 1, BodyInput::text));
    }
}
