package daemoneye.app.calls;

import java.util.Locale;

/// How an operation that somebody began stands.
public enum OperationState {
    RUNNING,
    DONE,
    FAILED,
    /// It ended without anybody knowing whether it had an effect.
    UNKNOWN;

    /// The name in style sheets and bundles.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
