package daemoneye.rpc.transport.codec;

/// Bytes that are no message body: truncated, oversized, of a type that is not registered, or out
/// of bounds. Names the path of the offence, e.g. `RpcRequest.payload.configChanges[3]`.
public final class UnreadableBody extends Exception {
    private static final long serialVersionUID = 1L;

    public UnreadableBody(String sentence) {
        super(sentence);
    }
}
