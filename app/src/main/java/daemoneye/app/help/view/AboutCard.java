package daemoneye.app.help.view;

import daemoneye.app.about.About;
import daemoneye.app.about.Library;
import daemoneye.app.controls.FillColumns;
import daemoneye.app.fx.Watching;
import daemoneye.app.help.HelpViewModel;
import daemoneye.app.text.Messages;

import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

import java.util.Optional;
import java.util.function.Function;

/// Versions, and the libraries with their licences. FX thread.
final class AboutCard extends HelpCard {
    private static final double TABLE_HEIGHT = 280;
    private static final double ROW = 30;

    private final Button close;
    private final Button copy;
    private final GridPane facts = new GridPane(16, 6);
    private final TableView<Library> libraries = new TableView<>();

    /// @param watching ends when it is shown no more
    AboutCard(HelpViewModel model, Watching watching) {
        setId("about-card");
        close = button("about-close", "about.close", model::close);
        copy = button("about-copy", "about.copy", () -> copy(model.aboutProperty().get()));
        facts.getColumnConstraints().addAll(new ColumnConstraints(88), new ColumnConstraints());
        libraries.setId("about-libraries");
        libraries.setAccessibleText(Messages.text("about.libraries"));
        libraries.setPrefHeight(TABLE_HEIGHT);
        libraries.setFixedCellSize(ROW);
        var gathering = new Label(Messages.text("about.gathering"));
        gathering.getStyleClass().add("muted");
        libraries.setPlaceholder(gathering);
        FillColumns.of(libraries);
        libraries.getColumns().add(column("about.library", 320, Library::name));
        libraries.getColumns().add(column("about.version", 110, Library::version));
        libraries.getColumns().add(column("about.licence", 170, Library::licence));
        var section = new Label(Messages.text("about.libraries"));
        section.getStyleClass().add("section-label");
        getChildren()
                .addAll(
                        head(Messages.text("about.title"), Messages.text("about.text")),
                        body(facts, section, libraries),
                        foot(close, copy));
        watching.add(model.aboutProperty().subscribe(this::show));
    }

    @Override
    Node first() {
        return close;
    }

    private void show(Optional<About> about) {
        copy.setDisable(about.isEmpty());
        facts.getChildren().clear();
        about.ifPresent(
                known -> {
                    fact(0, "about.version", known.version());
                    fact(1, "about.build", known.build());
                    fact(2, "about.java", known.java());
                    fact(3, "about.javaFx", known.javaFx());
                    fact(4, "about.system", known.system());
                    libraries.setItems(FXCollections.observableArrayList(known.libraries()));
                });
    }

    private void fact(int row, String key, String value) {
        var name = new Label(Messages.text(key));
        name.getStyleClass().add("muted");
        var words = new Label(value);
        words.setWrapText(true);
        facts.addRow(row, name, words);
    }

    private void copy(Optional<About> about) {
        about.ifPresent(
                known -> {
                    var content = new ClipboardContent();
                    content.putString(known.text());
                    Clipboard.getSystemClipboard().setContent(content);
                    copy.setText(Messages.text("about.copied"));
                });
    }

    private static TableColumn<Library, String> column(
            String key, double width, Function<Library, String> text) {
        var column = new TableColumn<Library, String>(Messages.text(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }
}
