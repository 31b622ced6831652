package daemoneye.rpc.collector.netmond;

import daemoneye.rpc.protocol.value.WireName;

/// Where a socket stands; names as in tcp(7). UDP sockets are OPEN.
public enum SocketState implements WireName {
    ESTABLISHED,
    SYN_SENT,
    SYN_RECEIVED,
    FIN_WAIT_1,
    FIN_WAIT_2,
    TIME_WAIT,
    CLOSED,
    CLOSE_WAIT,
    LAST_ACK,
    LISTENING,
    CLOSING,
    OPEN,
    UNKNOWN;

    /// Whether two ends talk, or could.
    public boolean isConnection() {
        return switch (this) {
            case ESTABLISHED, FIN_WAIT_1, FIN_WAIT_2, CLOSE_WAIT, LAST_ACK, CLOSING -> true;
            case SYN_SENT, SYN_RECEIVED, TIME_WAIT, CLOSED, LISTENING, OPEN, UNKNOWN -> false;
        };
    }
}
