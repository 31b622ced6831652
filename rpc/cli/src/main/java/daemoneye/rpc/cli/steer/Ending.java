package daemoneye.rpc.cli.steer;

import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.run.ExitRule;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;

/// What became of one of several.
sealed interface Ending {
    CollectorId id();

    /// As if it had been asked for alone.
    ExitCode exit();

    /// It was done.
    record Well(CollectorId id, CallOutcome.Done done) implements Ending {
        @Override
        public ExitCode exit() {
            return ExitCode.DONE;
        }
    }

    /// It failed.
    ///
    /// @param error with what it takes to ask later, if nobody knows
    record Badly(CollectorId id, RpcError error) implements Ending {
        @Override
        public ExitCode exit() {
            return ExitRule.of(error);
        }

        boolean isLinkLost() {
            return error.code().equals(ErrorCode.NOT_CONNECTED.name())
                    || error.code().equals(ErrorCode.LINK_LOST.name());
        }
    }

    /// Nobody was asked: the link had broken before.
    record NotSent(CollectorId id) implements Ending {
        @Override
        public ExitCode exit() {
            return ExitCode.NOT_REACHABLE;
        }
    }
}
