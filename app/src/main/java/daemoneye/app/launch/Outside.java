package daemoneye.app.launch;

/// What reaches a window from outside. All are told on other threads than the FX thread.
public interface Outside {
    /// @param show brings the window to the front
    void onSummons(Runnable show);

    /// @param end ends what stands behind the window, without the window
    void onDisplayLost(Runnable end);

    /// @param close closes the window without a question, as when a person has meant it
    void onToldToEnd(Runnable close);
}
