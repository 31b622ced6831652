package daemoneye.app.palette.view;

import daemoneye.app.palette.Command;
import daemoneye.app.text.Messages;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// Every key and every verb with what it does, from the table of commands. FX thread.
final class KeySheet extends VBox {
    private static final double WIDTH = 920;
    private static final double LEFT = 72;
    private static final double RIGHT = 176;

    private final Button close = new Button(Messages.text("keys.close"));

    /// @param offered whether a verb can be used in this window
    KeySheet(Predicate<Command> offered, Runnable onClose) {
        getStyleClass().add("dialog-card");
        setId("key-sheet");
        setPrefWidth(WIDTH);
        setMaxWidth(WIDTH);
        var title = new Label(Messages.text("keys.title"));
        title.getStyleClass().add("title-card");
        var head = new VBox(title);
        head.getStyleClass().add("dialog-head");
        close.setId("keys-close");
        close.setOnAction(_ -> onClose.run());
        var foot = new HBox(close);
        foot.getStyleClass().add("dialog-foot");
        var body =
                new HBox(
                        32,
                        section("keys.keys", LEFT, Command::keyLabel, List.of("key-hint")),
                        section(
                                "keys.verbs",
                                RIGHT,
                                each -> offered.test(each) ? each.usage() : "",
                                List.of("code", "small")));
        body.getStyleClass().add("dialog-body");
        getChildren().addAll(head, body, note(), foot);
    }

    Button close() {
        return close;
    }

    private static Node section(
            String key, double left, Function<Command, String> written, List<String> styles) {
        var name = new Label(Messages.text(key));
        name.getStyleClass().add("section-label");
        var grid = new GridPane(12, 8);
        grid.getColumnConstraints().addAll(new ColumnConstraints(left), new ColumnConstraints());
        grid.setMinWidth(0);
        var commands =
                Arrays.stream(Command.values())
                        .filter(each -> !written.apply(each).isEmpty())
                        .toList();
        for (int row = 0; row < commands.size(); row++) {
            var what = new Label(written.apply(commands.get(row)));
            what.getStyleClass().addAll(styles);
            what.setMinWidth(Region.USE_PREF_SIZE);
            var does = new Label(commands.get(row).label());
            does.setWrapText(true);
            does.setMinHeight(Region.USE_PREF_SIZE);
            grid.addRow(row, what, does);
        }
        return new VBox(8, name, grid);
    }

    private static Node note() {
        var note = new Label(Messages.text("keys.note"));
        note.getStyleClass().addAll("muted", "small");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        var box = new VBox(note);
        box.getStyleClass().add("keys-note");
        return box;
    }
}
