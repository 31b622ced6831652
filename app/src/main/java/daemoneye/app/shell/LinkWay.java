package daemoneye.app.shell;

import daemoneye.rpc.client.connection.ConnectionState;

/// What a person can do about a link that does not work.
public enum LinkWay {
    /// Nothing: it works, or it is too early to ask.
    NONE,
    /// It is tried; one can stop to wait.
    GIVE_UP,
    /// It is not tried any more; one can try again.
    AGAIN;

    static LinkWay of(ConnectionState link) {
        return switch (link) {
            case ConnectionState.Connected _ -> NONE;
            case ConnectionState.Reconnecting _ -> GIVE_UP;
            case ConnectionState.Closed _ -> AGAIN;
        };
    }
}
