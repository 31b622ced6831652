package daemoneye.app;

import daemoneye.app.launch.StartWatch;
import daemoneye.app.launch.window.FirstPaint;
import daemoneye.rpc.protocol.time.SystemTicker;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The least that a JavaFX program can be: a window with one word. `installers/start-time.sh`
/// measures the start of the console against it, with the same Java and the same options. Prints
/// when it was painted, as the console does for that script, and ends.
public final class EmptyWindow {
    private EmptyWindow() {}

    public static void main(String[] args) {
        Platform.startup(EmptyWindow::show);
    }

    private static void show() {
        var stage = new Stage();
        stage.setScene(new Scene(new StackPane(new Label("empty")), 1440, 900));
        stage.show();
        FirstPaint.afterwards(
                () -> {
                    try (var ticker = new SystemTicker("clock")) {
                        System.out.println(StartWatch.line("empty window", ticker.now()));
                    }
                    Platform.exit();
                });
    }
}
