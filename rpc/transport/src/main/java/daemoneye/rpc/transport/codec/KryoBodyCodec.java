package daemoneye.rpc.transport.codec;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.KryoBufferOverflowException;
import com.esotericsoftware.kryo.io.KryoBufferUnderflowException;

import daemoneye.rpc.protocol.message.MessageBody;
import daemoneye.rpc.transport.codec.shape.BodyInput;
import daemoneye.rpc.transport.codec.shape.BodyOutput;
import daemoneye.rpc.transport.codec.shape.BodyShape;
import daemoneye.rpc.transport.frame.FrameHeader;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/// Bodies by Kryo 5, with registration required, references off and serializers written by hand
/// behind one root type (see [BodyShape]). Decoding allocates no more than 64 KiB and 64 times its
/// input, whatever the input says.
///
/// Safe from any thread: the Kryo instances, each for one thread at a time, are kept in a small
/// pool, and nearly always the same one is used. One that met an exception is thrown away.
public final class KryoBodyCodec implements BodyCodec {
    /// Most bytes of a body: what a frame can hold.
    public static final int MAX_BODY_BYTES = FrameHeader.MAX_FRAME_BYTES - FrameHeader.BYTES;

    private static final int POOLED = 8;
    private static final int LARGEST_BUFFER_KEPT = 64 * 1024;
    private static final byte[] NOTHING = {};

    private final AtomicReference<@Nullable Workplace> nearest = new AtomicReference<>();
    private final BlockingQueue<Workplace> idle = new ArrayBlockingQueue<>(POOLED);

    @Override
    public byte[] encode(MessageBody body) {
        var work = take();
        try {
            work.out.reset();
            work.kryo.writeObject(work.out, body, work.root);
            var bytes = work.out.toBytes();
            putBack(work);
            return bytes;
        } catch (KryoBufferOverflowException e) {
            throw new IllegalArgumentException(
                    "a %s has more than %d bytes"
                            .formatted(body.getClass().getSimpleName(), MAX_BODY_BYTES),
                    e);
        }
    }

    @Override
    public MessageBody decode(byte[] bytes) throws UnreadableBody {
        var work = take();
        work.in.begin(bytes);
        try {
            var body = work.kryo.readObject(work.in, MessageBody.class, work.root);
            refuseRest(work.in);
            work.in.begin(NOTHING);
            putBack(work);
            return body;
        } catch (KryoBufferUnderflowException e) {
            throw new UnreadableBody(work.in.path() + " is cut off");
        } catch (KryoException e) {
            throw new UnreadableBody(work.in.path() + " " + e.getMessage());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableBody(work.in.path() + ": " + e.getMessage());
        }
    }

    private static void refuseRest(BodyInput in) throws UnreadableBody {
        int rest = in.limit() - in.position();
        if (rest > 0) {
            throw new UnreadableBody("body has %d bytes too many".formatted(rest));
        }
    }

    private Workplace take() {
        var work = nearest.getAndSet(null);
        if (work == null) {
            work = idle.poll();
        }
        return work == null ? new Workplace() : work;
    }

    private void putBack(Workplace work) {
        if (work.out.getBuffer().length <= LARGEST_BUFFER_KEPT
                && !nearest.compareAndSet(null, work)) {
            idle.offer(work);
        }
    }

    private static final class Workplace {
        private final Kryo kryo = new Kryo();
        private final BodyShape root = new BodyShape();
        private final BodyOutput out = new BodyOutput(MAX_BODY_BYTES);
        private final BodyInput in = new BodyInput();

        Workplace() {
            kryo.setRegistrationRequired(true);
            kryo.setReferences(false);
            kryo.setMaxDepth(BodyInput.MAX_DEPTH);
            root.registerWith(kryo);
        }
    }
}
