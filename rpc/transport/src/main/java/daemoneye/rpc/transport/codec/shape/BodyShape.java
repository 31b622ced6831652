package daemoneye.rpc.transport.codec.shape;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.Serializer;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;

import daemoneye.rpc.protocol.message.CollectorEvent;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.message.MessageBody;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.StateChange;

import java.util.List;
import java.util.stream.Stream;

/// The root of everything that is encoded: `u8 type`, then its record. The only type that is ever
/// asked of Kryo, so that no other can be slipped in.
public final class BodyShape extends Serializer<MessageBody> {
    private static final int ID = 10;
    private static final List<Shape<? extends MessageBody>> BODIES =
            List.of(
                    MessageShapes.REQUEST,
                    MessageShapes.RESPONSE,
                    MessageShapes.HEARTBEAT,
                    MessageShapes.EVENT,
                    MessageShapes.STATE_CHANGE);
    private static final List<Shape<?>> PARTS =
            List.of(
                    StateShapes.ERROR,
                    StateShapes.COMPONENT,
                    CommandShapes.LIMITS,
                    AnswerShapes.REQUIREMENTS,
                    StateShapes.INFO,
                    StateShapes.EXIT);

    public BodyShape() {
        super(false, true);
    }

    /// Every record that may be part of a body.
    public static List<Shape<?>> all() {
        return Stream.of(BODIES, PayloadShapes.ALL, PARTS).<Shape<?>>flatMap(List::stream).toList();
    }

    /// Makes the types known to a Kryo instance, under their fixed ids.
    public void registerWith(Kryo kryo) {
        kryo.register(MessageBody.class, this, ID);
        all().forEach(shape -> kryo.register(shape.type(), shape, shape.id()));
    }

    @Override
    public void write(Kryo kryo, Output output, MessageBody body) {
        var out = (BodyOutput) output;
        switch (body) {
            case RpcRequest it -> MessageShapes.REQUEST.writeTagged(out, it);
            case RpcResponse it -> MessageShapes.RESPONSE.writeTagged(out, it);
            case HeartbeatData it -> MessageShapes.HEARTBEAT.writeTagged(out, it);
            case CollectorEvent it -> MessageShapes.EVENT.writeTagged(out, it);
            case StateChange it -> MessageShapes.STATE_CHANGE.writeTagged(out, it);
        }
    }

    @Override
    public MessageBody read(Kryo kryo, Input input, Class<? extends MessageBody> type) {
        var in = (BodyInput) input;
        int id = in.tag();
        for (var shape : BODIES) {
            if (shape.id() == id) {
                return in.part(shape.type().getSimpleName(), shape.reading());
            }
        }
        throw new KryoException("is of type " + id + ", which this version does not know");
    }
}
