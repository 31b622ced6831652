package daemoneye.app.launch;

/// What reaches a window from outside. Both are told on other threads than the FX thread.
public interface Outside {
    /// @param show brings the window to the front
    void onSummons(Runnable show);

    /// @param end ends what stands behind the window, without the window
    void onDisplayLost(Runnable end);
}
