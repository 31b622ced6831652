package daemoneye.app.bulk;

import javafx.beans.property.ReadOnlyStringProperty;

import java.time.Instant;

/// What was done to several collectors, and can be looked at again. FX thread only.
public interface KeptResult {
    Instant began();

    /// Verb and number.
    String title();

    /// "3 done, 1 failed, …".
    ReadOnlyStringProperty summaryProperty();
}
