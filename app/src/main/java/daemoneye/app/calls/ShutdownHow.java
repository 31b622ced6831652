package daemoneye.app.calls;

import daemoneye.app.text.Messages;

import java.util.Locale;

/// How a collector is to end.
public enum ShutdownHow {
    /// With everything put in order.
    GRACEFUL,
    /// Put in order, but without waiting for what is still to be sent.
    IMMEDIATE,
    /// Killed at once, whatever is lost.
    EMERGENCY;

    /// The name in bundles and ids.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// For people, e.g. "Graceful".
    public String label() {
        return Messages.text("shutdown.how." + key());
    }

    /// The call it takes.
    public CollectorAction action() {
        return switch (this) {
            case GRACEFUL, IMMEDIATE -> CollectorAction.SHUT_DOWN;
            case EMERGENCY -> CollectorAction.FORCE_SHUT_DOWN;
        };
    }
}
