package daemoneye.rpc.transport.wire;

/// Why a link ended.
///
/// @param clean whether either side meant it to
/// @param code for programs, e.g. `bye`, `reset`, `bad_frame`, `slow_consumer`
/// @param sentence for people
public record CloseReason(boolean clean, String code, String sentence) {
    /// We or they said good-bye.
    public static CloseReason bye(String sentence) {
        return new CloseReason(true, "bye", sentence);
    }

    /// It broke.
    public static CloseReason broken(String code, String sentence) {
        return new CloseReason(false, code, sentence);
    }
}
