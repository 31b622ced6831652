package daemoneye.rpc.protocol.payload;

/// Nothing beside the operation itself.
public record EmptyPayload() implements RpcPayload {}
