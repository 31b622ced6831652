package daemoneye.rpc.protocol.operation;

import daemoneye.rpc.protocol.value.WireName;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a session may do; the broker decides it and stamps it on everything the session says.
///
/// ```
/// VIEWER ⊂ OPERATOR ⊂ ADMIN ⊂ AGENT ⊃ COLLECTOR
/// ```
///
/// A collector stands apart: it registers and beats, and sees nobody else.
public enum Role implements WireName {
    /// Looks.
    VIEWER,
    /// Starts, stops and configures.
    OPERATOR,
    /// Forces, and reads the records of others.
    ADMIN,
    /// Processes that register and beat; they see nobody else.
    COLLECTOR,
    /// An admin that also answers for collectors.
    AGENT;

    private static final Map<String, Role> BY_NAME =
            Arrays.stream(values())
                    .collect(Collectors.toUnmodifiableMap(WireName::wireName, each -> each));

    /// The role with this [#wireName()]; empty for a newer version's.
    public static Optional<Role> named(String wireName) {
        return Optional.ofNullable(BY_NAME.get(wireName));
    }

    /// Whether who has this role may do what needs `needed`.
    public boolean allows(Role needed) {
        return switch (this) {
            case AGENT -> true;
            case ADMIN -> needed != AGENT && needed != COLLECTOR;
            case OPERATOR -> needed == OPERATOR || needed == VIEWER;
            case VIEWER, COLLECTOR -> needed == this;
        };
    }
}
