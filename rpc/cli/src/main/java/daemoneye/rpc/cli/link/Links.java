package daemoneye.rpc.cli.link;

import daemoneye.rpc.transport.wire.Address;

/// Opens links to brokers.
@FunctionalInterface
public interface Links {
    /// Connects and waits for the broker's welcome.
    ///
    /// @throws NotReachable with a sentence, if nobody listens there or the broker refuses us
    OpenLink open(Address address) throws NotReachable;

    /// There is no broker for us at that address.
    final class NotReachable extends Exception {
        private static final long serialVersionUID = 1L;

        public NotReachable(String sentence) {
            super(sentence);
        }
    }
}
