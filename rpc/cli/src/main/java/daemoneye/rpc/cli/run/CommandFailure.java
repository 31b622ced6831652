package daemoneye.rpc.cli.run;

import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;

/// A command cannot do what it was asked for. Caught once, in main, which prints it.
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient RpcError error;
    private final ExitCode exit;

    public CommandFailure(RpcError error, ExitCode exit) {
        super(error.message());
        this.error = error;
        this.exit = exit;
    }

    /// With the exit code that belongs to the error.
    public CommandFailure(RpcError error) {
        this(error, ExitRule.of(error));
    }

    /// Nobody is there.
    public static CommandFailure notReachable(String sentence) {
        return new CommandFailure(RpcError.notExecuted(ErrorCode.NOT_CONNECTED, sentence));
    }

    public RpcError error() {
        return error;
    }

    public ExitCode exit() {
        return exit;
    }
}
