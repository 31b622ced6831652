package daemoneye.app.demo.scene;

/// Whether something is so, and what is there instead.
///
/// @param there for people: what can be seen now
public record Verdict(boolean holds, String there) {}
