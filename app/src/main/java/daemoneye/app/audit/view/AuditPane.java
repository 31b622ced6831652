package daemoneye.app.audit.view;

import daemoneye.app.audit.AuditViewModel;
import daemoneye.app.audit.entry.AuditRow;
import daemoneye.app.audit.entry.AuditWords;
import daemoneye.app.controls.mark.StateMark;
import daemoneye.app.text.Messages;
import daemoneye.app.text.Wording;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;

/// One entry in full, as its log has it. FX thread.
final class AuditPane extends ScrollPane {
    private static final double WIDTH = 340;
    private static final List<String> PLAIN =
            List.of(
                    "actor",
                    "client_id",
                    "target",
                    "reason",
                    "error_code",
                    "certainty",
                    "note",
                    "count",
                    "message",
                    "format",
                    "log",
                    "segment",
                    "payload_bytes");
    private static final List<String> HASHES =
            List.of("correlation_id", "payload_blake3", "hash", "prev");

    private final AuditViewModel model;

    AuditPane(AuditViewModel model) {
        this.model = model;
        setId("audit-pane");
        getStyleClass().add("side-pane");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        model.chosenProperty().subscribe(this::show);
    }

    private void show(Optional<AuditRow> chosen) {
        setVisible(chosen.isPresent());
        setManaged(chosen.isPresent());
        chosen.ifPresent(row -> setContent(content(row)));
        setVvalue(0);
    }

    private Node content(AuditRow row) {
        var title = wrapped(AuditWords.what(row));
        title.setId("audit-what");
        title.getStyleClass().add("title-card");
        var facts = new VBox(8);
        fact(facts, "place", Messages.text("audit.place", row.sequence(), row.process()));
        fact(facts, "agent", row.agent());
        model.beginningOf(row).ifPresent(begun -> fact(facts, "begun", begun(begun)));
        fact(facts, "took", AuditWords.took(row));
        PLAIN.forEach(name -> fact(facts, name, row.text(name)));
        var content = new VBox(12, title, standing(row), facts);
        HASHES.stream()
                .filter(row::has)
                .forEach(name -> content.getChildren().add(hash(name, row.text(name))));
        if (row.has("correlation_id")) {
            content.getChildren().add(related(row.text("correlation_id")));
        }
        content.getStyleClass().add("detail-pane");
        return content;
    }

    private static String begun(AuditRow intent) {
        return Messages.text("audit.begun", Wording.clock(intent.time()), intent.sequence());
    }

    private static Node standing(AuditRow row) {
        var kind = AuditWords.kind(row);
        var word = new Label(AuditWords.result(row));
        word.setId("audit-result");
        word.getStyleClass().addAll("state-text", kind.styleClass());
        var when = new Label(Wording.day(row.time()));
        when.getStyleClass().addAll("muted", "small");
        var line = new HBox(8, new StateMark(kind, 14), word, when);
        line.getStyleClass().add("call-standing");
        return line;
    }

    private static void fact(VBox facts, String name, String text) {
        if (!text.isEmpty()) {
            var label = new Label(Messages.text("audit.field." + name));
            label.getStyleClass().addAll("muted", "small");
            facts.getChildren().add(new VBox(2, label, wrapped(text)));
        }
    }

    private static Node hash(String name, String text) {
        var value = wrapped(text);
        value.setId("audit-" + name.replace('_', '-'));
        value.getStyleClass().addAll("code", "small");
        var label = new Label(Messages.text("audit.field." + name));
        label.getStyleClass().add("section-label");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var copy = new Button(Messages.text("audit.copy"));
        copy.setId("audit-copy-" + name.replace('_', '-'));
        copy.getStyleClass().add("small");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setAccessibleText(
                Messages.text("audit.copy.name", Messages.text("audit.field." + name)));
        copy.setOnAction(_ -> copy(text));
        var head = new HBox(8, label, gap, copy);
        head.getStyleClass().add("call-standing");
        return new VBox(4, head, value);
    }

    private Node related(String id) {
        var button = new Button(Messages.text("audit.related"));
        button.setId("audit-related");
        button.setOnAction(_ -> model.searchProperty().set("id:" + id + " intents reads"));
        return button;
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
