package daemoneye.rpc.cli.fleet;

import daemoneye.rpc.client.connection.ConnectionState;

/// Our link to the broker in words.
///
/// @param word `connected`, `reconnecting` or `closed`
/// @param fault why it does not work; empty if it does
record LinkText(String word, String fault) {
    static LinkText of(ConnectionState state) {
        return switch (state) {
            case ConnectionState.Connected _ -> new LinkText("connected", "");
            case ConnectionState.Reconnecting(_, _, var fault) ->
                    new LinkText("reconnecting", fault);
            case ConnectionState.Closed(var reason) -> new LinkText("closed", reason);
        };
    }

    boolean up() {
        return fault.isEmpty() && word.equals("connected");
    }

    String sentence() {
        return fault.isEmpty() ? word : word + ": " + fault;
    }
}
