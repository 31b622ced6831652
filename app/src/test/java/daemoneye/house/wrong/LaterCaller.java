package daemoneye.house.wrong;

import javafx.application.Platform;

/// Breaks the rule of the one way to the FX thread.
public final class LaterCaller {
    public void later(Runnable task) {
        Platform.runLater(task);
    }
}
