package daemoneye.rpc.broker.reply;

import daemoneye.rpc.broker.statistics.DropCause;

/// Remembers for a while which of the last routes closed with a final reply, to tell a surplus
/// reply from a late one in the statistics. Nothing but counting depends on it. For the loop
/// thread.
final class ClosedRoutes {
    private static final int REMEMBERED = 4096;
    private final int[] answered = new int[REMEMBERED];

    /// A final reply came along this route.
    void answered(int number) {
        answered[number & (REMEMBERED - 1)] = number;
    }

    /// Why a reply along a route that was opened once, and is closed now, is dropped.
    DropCause causeOf(int number) {
        return answered[number & (REMEMBERED - 1)] == number
                ? DropCause.REPLY_SURPLUS
                : DropCause.REPLY_LATE;
    }
}
