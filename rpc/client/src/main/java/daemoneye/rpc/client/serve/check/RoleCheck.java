package daemoneye.rpc.client.serve.check;

import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.Sender;
import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.List;
import java.util.Optional;

/// Whether a caller may ask for an operation: by the role that the broker stamped, never by what
/// the request says. A caller without a role may nothing.
final class RoleCheck {
    private RoleCheck() {}

    /// Why the request must be refused, if it must.
    ///
    /// @param sender as the broker stamped it
    static Optional<RpcError> refusal(RpcRequest request, String sender) {
        var caller = Sender.of(sender);
        var needed = request.operation().role();
        return caller.may(needed) ? Optional.empty() : Optional.of(denied(request, caller, needed));
    }

    private static RpcError denied(RpcRequest request, Sender caller, Role needed) {
        var held = caller.role().map(Role::wireName).map(List::of).orElse(List.of());
        var sentence =
                "%s needs the role %s, and %s has %s: connect with a role or a token that allows it"
                        .formatted(
                                request.operation().designName(),
                                needed.wireName(),
                                caller.name(),
                                held.isEmpty() ? "none" : held.getFirst());
        return RpcError.notExecuted(ErrorCode.PERMISSION_DENIED, sentence)
                .with("required_privileges", ConfigValue.texts(List.of(needed.wireName())))
                .with("current_privileges", ConfigValue.texts(held));
    }
}
