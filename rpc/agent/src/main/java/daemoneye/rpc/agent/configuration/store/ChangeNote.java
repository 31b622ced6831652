package daemoneye.rpc.agent.configuration.store;

/// Who changed settings, and why.
///
/// @param by the sender as the broker stamped it, or the agent itself
/// @param clientId who that said to be
/// @param reason for people; empty if none was given
public record ChangeNote(String by, String clientId, String reason) {
    private static final int MOST = 500;

    public ChangeNote {
        by = bounded(by);
        clientId = bounded(clientId);
        reason = bounded(reason);
    }

    /// The agent changed them by itself.
    public static ChangeNote ofAgent(String agentId, String reason) {
        return new ChangeNote(agentId, agentId, reason);
    }

    private static String bounded(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST - 1) + "…";
    }
}
