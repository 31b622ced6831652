package daemoneye.app.welcome.view;

import daemoneye.app.fx.Watching;
import daemoneye.app.palette.Command;
import daemoneye.app.text.Messages;
import daemoneye.app.welcome.WelcomeStep;
import daemoneye.app.welcome.WelcomeViewModel;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.List;

/// The whole of a first start on one card. FX thread.
final class WelcomeCard extends VBox {
    private static final double WIDTH = 620;
    private static final double KEYS = 72;

    private final Button go = new Button(Messages.text("welcome.go"));
    private final VBox steps = new VBox(8);

    /// @param watching ends when it is shown no more
    WelcomeCard(WelcomeViewModel model, Watching watching) {
        setId("welcome-card");
        getStyleClass().add("dialog-card");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        go.setId("welcome-go");
        go.getStyleClass().add("accent");
        go.setMinWidth(USE_PREF_SIZE);
        go.setOnAction(_ -> model.leave());
        steps.setId("welcome-steps");
        getChildren().addAll(head(), body(), foot(model));
        watching.add(model.stepsProperty().subscribe(this::show));
    }

    Node first() {
        return go;
    }

    private static Region head() {
        var title = new Label(Messages.text("welcome.title"));
        title.getStyleClass().add("title-page");
        var text = wrapped(Messages.text("welcome.text"));
        var head = new VBox(6, title, text);
        head.getStyleClass().add("dialog-head");
        return head;
    }

    private Region body() {
        var body = new VBox(12, section("welcome.now"), steps, section("welcome.keys"), keys());
        body.getStyleClass().add("dialog-body");
        return body;
    }

    private static Label section(String key) {
        var label = new Label(Messages.text(key));
        label.getStyleClass().add("section-label");
        return label;
    }

    private static GridPane keys() {
        var grid = new GridPane(12, 8);
        grid.getColumnConstraints().addAll(new ColumnConstraints(KEYS), new ColumnConstraints());
        var rows =
                List.of(
                        List.of(Command.OPEN_ROW.keyLabel(), "welcome.key.enter"),
                        List.of(Command.PALETTE.keyLabel(), "welcome.key.palette"),
                        List.of(Command.KEYS.keyLabel(), "welcome.key.keys"),
                        List.of(Command.PROFILES.keyLabel(), "welcome.key.connections"));
        for (int row = 0; row < rows.size(); row++) {
            var key = new Label(rows.get(row).getFirst());
            key.getStyleClass().add("key-hint");
            key.setMinWidth(USE_PREF_SIZE);
            grid.addRow(row, key, new Label(Messages.text(rows.get(row).getLast())));
        }
        return grid;
    }

    private Region foot(WelcomeViewModel model) {
        var next = new Label();
        next.setId("welcome-next");
        next.getStyleClass().addAll("muted", "small");
        next.textProperty().bind(model.nextProperty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var foot = new HBox(next, gap, go);
        foot.getStyleClass().add("dialog-foot");
        return foot;
    }

    private void show(List<WelcomeStep> now) {
        steps.getChildren().setAll(now.stream().map(WelcomeCard::row).toList());
    }

    private static Node row(WelcomeStep step) {
        var mark = new FontIcon(step.done() ? "mdal-check_circle" : "mdmz-radio_button_unchecked");
        var label = new Label(step.text(), mark);
        label.setAccessibleText(
                Messages.text(
                        step.done() ? "welcome.step.done" : "welcome.step.open", step.text()));
        label.getStyleClass().addAll("welcome-step", step.done() ? "done" : "muted");
        return label;
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("muted");
        return label;
    }
}
