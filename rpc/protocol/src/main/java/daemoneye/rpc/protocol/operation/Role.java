package daemoneye.rpc.protocol.operation;

import daemoneye.rpc.protocol.value.WireName;

/// What somebody must be allowed to do to call an operation; each includes the ones before it,
/// except COLLECTOR, which stands apart.
public enum Role implements WireName {
    VIEWER,
    OPERATOR,
    ADMIN,
    /// Processes that register and beat; they see nobody else.
    COLLECTOR
}
