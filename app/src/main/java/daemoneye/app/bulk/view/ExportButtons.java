package daemoneye.app.bulk.view;

import daemoneye.app.bulk.ResultExport;
import daemoneye.app.controls.WholeText;
import daemoneye.app.text.Messages;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// Saves a table of results as CSV or JSON, and says what became of that. FX thread.
public final class ExportButtons {
    private final FileChoice files;
    private final String name;
    private final Label saved = new Label();
    private final List<Button> buttons;

    /// @param name of the file that is proposed, without its ending
    public ExportButtons(
            FileChoice files, String name, Supplier<String> csv, Supplier<String> json) {
        this.files = files;
        this.name = name;
        buttons = List.of(button("csv", csv), button("json", json));
        saved.setId("bulk-saved");
        saved.getStyleClass().addAll("muted", "small");
        WholeText.of(saved).setMinWidth(0);
        saved.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(saved, Priority.ALWAYS);
    }

    private Button button(String kind, Supplier<String> text) {
        var button = new Button(Messages.text("bulk.export." + kind));
        button.setId("bulk-export-" + kind);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(Messages.text("bulk.export.name." + kind));
        button.setOnAction(
                _ -> files.save(name + "." + kind).ifPresent(file -> write(file, text.get())));
        return button;
    }

    private void write(Path file, String text) {
        try {
            ResultExport.write(file, text);
            saved.setText(Messages.text("bulk.saved", file.toString()));
        } catch (IOException e) {
            saved.setText(
                    Messages.text("bulk.notSaved", file.toString(), e.getClass().getSimpleName()));
        }
    }

    /// One for each kind of file.
    public List<Button> buttons() {
        return buttons;
    }

    /// What was saved where; takes the room that is left.
    public Label saved() {
        return saved;
    }
}
