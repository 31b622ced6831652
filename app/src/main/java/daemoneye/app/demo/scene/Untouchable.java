package daemoneye.app.demo.scene;

/// Lies over the window and does not belong to it: a tour neither sees nor presses it.
public interface Untouchable {}
