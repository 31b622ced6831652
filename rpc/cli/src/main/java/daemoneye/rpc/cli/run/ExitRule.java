package daemoneye.rpc.cli.run;

import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.protocol.error.ErrorCategory;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;

/// Which exit code an error has. Who reads only the code must be able to decide what to do next, so
/// "nobody there" comes first, then "not allowed", then "nobody knows".
public final class ExitRule {
    private ExitRule() {}

    public static ExitCode of(RpcError error) {
        if (isNobodyThere(error)) {
            return ExitCode.NOT_REACHABLE;
        }
        if (error.category() == ErrorCategory.PERMISSION) {
            return ExitCode.NOT_PERMITTED;
        }
        return error.certainty() == ExecutionCertainty.UNKNOWN
                ? ExitCode.UNKNOWN_OUTCOME
                : ExitCode.FAILED;
    }

    private static boolean isNobodyThere(RpcError error) {
        return error.code().equals(ErrorCode.NOT_CONNECTED.name())
                || error.code().equals(ErrorCode.NO_RESPONDER.name());
    }
}
