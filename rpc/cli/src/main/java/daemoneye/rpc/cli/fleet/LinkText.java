package daemoneye.rpc.cli.fleet;

import daemoneye.rpc.client.connection.ConnectionState;

/// Our link to the broker in words.
///
/// @param word `connected`, `reconnecting` or `closed`
/// @param fault why it does not work; empty if it does
record LinkText(String word, String fault) {
    private static final String CONNECTED = "connected";

    static LinkText of(ConnectionState state) {
        return switch (state) {
            case ConnectionState.Connected _ -> new LinkText(CONNECTED, "");
            case ConnectionState.Reconnecting(_, _, var fault) ->
                    new LinkText("reconnecting", fault);
            case ConnectionState.Closed(var reason) -> new LinkText("closed", reason);
        };
    }

    /// Whether nothing has been tried yet.
    boolean unknown() {
        return fault.isEmpty() && !word.equals(CONNECTED);
    }

    boolean up() {
        return fault.isEmpty() && word.equals(CONNECTED);
    }

    String sentence() {
        return fault.isEmpty() ? word : word + ": " + fault;
    }
}
