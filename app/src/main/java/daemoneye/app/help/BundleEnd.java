package daemoneye.app.help;

/// What came of a diagnostics bundle.
///
/// @param written whether there is one
/// @param sentence where it is, or why it could not be written
public record BundleEnd(boolean written, String sentence) {}
