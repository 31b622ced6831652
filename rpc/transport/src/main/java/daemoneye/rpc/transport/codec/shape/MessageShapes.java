package daemoneye.rpc.transport.codec.shape;

import daemoneye.rpc.protocol.message.CollectorEvent;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.StateChange;
import daemoneye.rpc.protocol.topic.Topic;

/// The five kinds of body.
final class MessageShapes {
    static final Shape<RpcRequest> REQUEST =
            new Shape<>(
                    11, RpcRequest.class, MessageShapes::writeRequest, MessageShapes::readRequest);
    static final Shape<RpcResponse> RESPONSE =
            new Shape<>(
                    12,
                    RpcResponse.class,
                    MessageShapes::writeResponse,
                    MessageShapes::readResponse);
    static final Shape<HeartbeatData> HEARTBEAT =
            new Shape<>(
                    13,
                    HeartbeatData.class,
                    MessageShapes::writeHeartbeat,
                    MessageShapes::readHeartbeat);
    static final Shape<CollectorEvent> EVENT =
            new Shape<>(
                    14, CollectorEvent.class, MessageShapes::writeEvent, MessageShapes::readEvent);
    static final Shape<StateChange> STATE_CHANGE =
            new Shape<>(
                    15,
                    StateChange.class,
                    MessageShapes::writeStateChange,
                    MessageShapes::readStateChange);

    private MessageShapes() {}

    private static void writeRequest(BodyOutput out, RpcRequest request) {
        out.requestId(request.requestId());
        out.text(request.clientId());
        out.text(request.target().text());
        out.code(EnumTables.OPERATION, request.operation());
        PayloadShapes.write(out, request.payload());
        out.number(request.timeoutMs());
        out.instant(request.timestamp());
    }

    private static RpcRequest readRequest(BodyInput in) {
        return new RpcRequest(
                in.requestId("requestId"),
                in.text("clientId"),
                new Topic(in.text("target")),
                in.code("operation", EnumTables.OPERATION),
                in.part("payload", PayloadShapes::read),
                in.number("timeoutMs"),
                in.instant("timestamp"));
    }

    private static void writeResponse(BodyOutput out, RpcResponse response) {
        out.requestId(response.requestId());
        out.text(response.serviceId());
        out.code(EnumTables.STATUS, response.status());
        out.optional(response.payload(), PayloadShapes::write);
        out.number(response.executionTimeMs());
        out.number(response.queueTimeMs());
        out.instant(response.timestamp());
        out.optional(response.errorDetails(), StateShapes.ERROR.writing());
    }

    private static RpcResponse readResponse(BodyInput in) {
        return new RpcResponse(
                in.requestId("requestId"),
                in.text("serviceId"),
                in.code("status", EnumTables.STATUS),
                in.optional("payload", PayloadShapes::read),
                in.number("executionTimeMs"),
                in.number("queueTimeMs"),
                in.instant("timestamp"),
                in.optional("errorDetails", StateShapes.ERROR.reading()));
    }

    private static void writeHeartbeat(BodyOutput out, HeartbeatData beat) {
        out.id(beat.collectorId());
        out.instant(beat.timestamp());
        out.number(beat.sequence());
        out.code(EnumTables.HEALTH, beat.status());
        out.number(beat.incarnation().value());
        out.number(beat.configVersion());
        out.smallNumber("intervalMs", beat.intervalMs());
        out.flag(beat.paused());
        out.figures(beat.vitals());
    }

    private static HeartbeatData readHeartbeat(BodyInput in) {
        return new HeartbeatData(
                in.id("collectorId"),
                in.instant("timestamp"),
                in.number("sequence"),
                in.code("status", EnumTables.HEALTH),
                in.incarnation("incarnation"),
                in.number("configVersion"),
                in.smallNumber("intervalMs"),
                in.flag("paused"),
                in.figures("vitals"));
    }

    private static void writeEvent(BodyOutput out, CollectorEvent event) {
        out.id(event.collectorId());
        out.text(event.eventType());
        out.number(event.sequence());
        out.instant(event.observedAt());
        ValueShapes.writeMap(out, event.fields());
    }

    private static CollectorEvent readEvent(BodyInput in) {
        return new CollectorEvent(
                in.id("collectorId"),
                in.text("eventType"),
                in.number("sequence"),
                in.instant("observedAt"),
                ValueShapes.readMap(in, "fields"));
    }

    private static void writeStateChange(BodyOutput out, StateChange change) {
        StateShapes.INFO.write(out, change.info());
        out.code(EnumTables.PROCESS, change.previous());
        out.instant(change.at());
    }

    private static StateChange readStateChange(BodyInput in) {
        return new StateChange(
                in.part("info", StateShapes.INFO.reading()),
                in.code("previous", EnumTables.PROCESS),
                in.instant("at"));
    }
}
