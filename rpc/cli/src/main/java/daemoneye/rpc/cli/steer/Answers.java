package daemoneye.rpc.cli.steer;

import daemoneye.rpc.cli.run.CommandFailure;
import daemoneye.rpc.client.call.CallOutcome.Done;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.payload.RpcPayload;

/// What answers carry.
final class Answers {
    private Answers() {}

    /// @throws CommandFailure if the answer carries something else
    static <T extends RpcPayload> T payload(Done done, Class<T> type) {
        return done.response()
                .payload()
                .filter(type::isInstance)
                .map(type::cast)
                .orElseThrow(
                        () ->
                                new CommandFailure(
                                        RpcError.unknown(
                                                ErrorCode.INTERNAL_ERROR,
                                                "%s answered without %s: compare versions"
                                                        .formatted(
                                                                done.response().serviceId(),
                                                                type.getSimpleName()))));
    }
}
