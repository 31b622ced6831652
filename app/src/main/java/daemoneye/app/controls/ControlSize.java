package daemoneye.app.controls;

/// The two sizes an instrument comes in.
public enum ControlSize {
    /// For a row of a table, 44 px high.
    ROW,
    /// For a card or the detail page.
    LARGE
}
