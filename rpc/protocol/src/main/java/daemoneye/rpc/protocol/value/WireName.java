package daemoneye.rpc.protocol.value;

import java.util.Locale;

/// A constant with a lower-case name for JSON output, logs and command lines, e.g. `degraded`.
/// Implemented by enums.
public interface WireName {
    /// As the enum declares it.
    String name();

    /// In lower case with underscores, the same on every system.
    default String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
