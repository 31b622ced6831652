package daemoneye.app.diagnostics;

import daemoneye.app.calls.OperationViewModel;

/// One call, as far as it counts for the figures: nobody's reason, no payload, no collector.
///
/// @param tookMillis -1 while it runs
public record CallFact(String operation, String state, long tookMillis) {
    /// FX thread.
    public static CallFact of(OperationViewModel operation) {
        return new CallFact(
                operation.action().operation().designName(),
                operation.stateProperty().get().name(),
                operation.outcomeProperty().get().map(each -> each.took().toMillis()).orElse(-1L));
    }
}
