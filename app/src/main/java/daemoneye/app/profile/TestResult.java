package daemoneye.app.profile;

/// How a try of a profile ended.
///
/// @param reached whether a broker let us in
/// @param sentence what was found, or why not
public record TestResult(boolean reached, String sentence) {}
