package daemoneye.app.shutdown;

import daemoneye.app.text.Messages;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The way from the wish to the end of the process, in order.
public enum ShutdownPhase {
    INITIATED,
    PREPARING,
    STOPPING,
    CLEANUP,
    COMPLETED;

    static Optional<ShutdownPhase> named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /// The name in bundles.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// For people.
    public String label() {
        return Messages.text("shutdown.phase." + key());
    }
}
