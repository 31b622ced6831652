package daemoneye.rpc.cli.link;

import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.wire.Address;

/// Opens links to brokers.
@FunctionalInterface
public interface Links {
    /// Connects and waits for the broker's welcome.
    ///
    /// @param admission what to be let in as, and with what
    /// @throws NotReachable with a sentence, if nobody listens there or the broker refuses us
    OpenLink open(Address address, Admission admission) throws NotReachable;

    /// There is no broker for us at that address.
    final class NotReachable extends Exception {
        private static final long serialVersionUID = 1L;
        private final ErrorCode code;

        public NotReachable(String sentence) {
            this(ErrorCode.NOT_CONNECTED, sentence);
        }

        /// @param code why, if there is more to it than nobody being there
        public NotReachable(ErrorCode code, String sentence) {
            super(sentence);
            this.code = code;
        }

        public ErrorCode code() {
            return code;
        }
    }
}
