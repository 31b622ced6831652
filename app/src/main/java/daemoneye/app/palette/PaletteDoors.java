package daemoneye.app.palette;

/// What the window does for the palette. FX thread.
public interface PaletteDoors {
    /// @param page as in `--page`: `fleet`, `calls`, `audit`, `audit:WORDS` or `collector:ID`
    void open(String page);

    /// @param theme `dark` or `light`
    void theme(String theme);

    /// Shows what fits in the fleet; empty text leads into the search field.
    void find(String text);

    /// Shows the sheet of keys.
    void keys();
}
