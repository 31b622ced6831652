package daemoneye.rpc.transport.codec.shape;

import com.esotericsoftware.kryo.KryoException;

import daemoneye.rpc.protocol.payload.CapabilitiesData;
import daemoneye.rpc.protocol.payload.CollectorLifecycleRequest;
import daemoneye.rpc.protocol.payload.CollectorListing;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.DeregistrationRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.HealthCheckData;
import daemoneye.rpc.protocol.payload.RegistrationRequest;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.payload.ShutdownRequest;
import daemoneye.rpc.protocol.payload.TaskRequest;

import java.util.List;

/// A payload: `u8 type`, then its record.
final class PayloadShapes {
    static final Shape<EmptyPayload> EMPTY =
            new Shape<>(20, EmptyPayload.class, (_, _) -> {}, _ -> new EmptyPayload());
    static final Shape<GenericPayload> GENERIC =
            new Shape<>(
                    21,
                    GenericPayload.class,
                    (out, generic) -> ValueShapes.writeMap(out, generic.values()),
                    in -> new GenericPayload(ValueShapes.readMap(in, "values")));

    static final List<Shape<? extends RpcPayload>> ALL =
            List.of(
                    EMPTY,
                    GENERIC,
                    CommandShapes.LIFECYCLE,
                    AnswerShapes.HEALTH,
                    CommandShapes.CONFIG_UPDATE,
                    AnswerShapes.CAPABILITIES,
                    CommandShapes.SHUTDOWN,
                    AnswerShapes.REGISTRATION,
                    AnswerShapes.DEREGISTRATION,
                    CommandShapes.TASK,
                    AnswerShapes.LISTING);

    private PayloadShapes() {}

    static void write(BodyOutput out, RpcPayload payload) {
        switch (payload) {
            case EmptyPayload it -> EMPTY.writeTagged(out, it);
            case GenericPayload it -> GENERIC.writeTagged(out, it);
            case CollectorLifecycleRequest it -> CommandShapes.LIFECYCLE.writeTagged(out, it);
            case HealthCheckData it -> AnswerShapes.HEALTH.writeTaggedAgain(out, it);
            case ConfigUpdateRequest it -> CommandShapes.CONFIG_UPDATE.writeTagged(out, it);
            case CapabilitiesData it -> AnswerShapes.CAPABILITIES.writeTagged(out, it);
            case ShutdownRequest it -> CommandShapes.SHUTDOWN.writeTagged(out, it);
            case RegistrationRequest it -> AnswerShapes.REGISTRATION.writeTagged(out, it);
            case DeregistrationRequest it -> AnswerShapes.DEREGISTRATION.writeTagged(out, it);
            case TaskRequest it -> CommandShapes.TASK.writeTagged(out, it);
            case CollectorListing it -> AnswerShapes.LISTING.writeTagged(out, it);
        }
    }

    static RpcPayload read(BodyInput in) {
        int id = in.tag();
        for (var shape : ALL) {
            if (shape.id() == id) {
                return shape.read(in);
            }
        }
        throw new KryoException(
                "is a payload of type " + id + ", which this version does not know");
    }
}
