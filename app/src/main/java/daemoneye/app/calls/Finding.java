package daemoneye.app.calls;

import daemoneye.rpc.protocol.error.ExecutionCertainty;

/// How an operation ended, as far as somebody knows.
///
/// @param sentence for people: what happened, and what to do next
record Finding(OperationState state, ExecutionCertainty certainty, String sentence) {}
