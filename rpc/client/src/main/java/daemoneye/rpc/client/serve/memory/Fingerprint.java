package daemoneye.rpc.client.serve.memory;

import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.transport.codec.BodyCodec;

import org.apache.commons.codec.digest.Blake3;

import java.nio.ByteBuffer;
import java.time.Instant;

/// What a request asks for, in 128 bits: client id, target, operation and payload. Its id, its
/// timeout and its time stamp do not count: they may differ when it is sent again.
record Fingerprint(long high, long low) {
    static Fingerprint of(RpcRequest request, BodyCodec codec) {
        var content =
                new RpcRequest(
                        RequestId.NIL,
                        request.clientId(),
                        request.target(),
                        request.operation(),
                        request.payload(),
                        1,
                        Instant.EPOCH);
        var hash = ByteBuffer.wrap(Blake3.hash(codec.encode(content)));
        return new Fingerprint(hash.getLong(), hash.getLong());
    }
}
