package daemoneye.rpc.protocol.message;

/// What the payload bytes of a message decode to: the root of everything that is ever encoded.
public sealed interface MessageBody
        permits CollectorEvent, HeartbeatData, RpcRequest, RpcResponse, StateChange {}
