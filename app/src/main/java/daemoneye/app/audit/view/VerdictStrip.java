package daemoneye.app.audit.view;

import daemoneye.app.audit.AuditVerdict;
import daemoneye.app.audit.AuditVerdict.Level;
import daemoneye.app.audit.AuditVerdict.LogLine;
import daemoneye.app.audit.AuditViewModel;
import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.controls.mark.StateMark;
import daemoneye.app.text.Messages;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.javafx.FontIcon;

import java.util.Optional;

/// What the check of the logs found, above the table until somebody takes it away. FX thread.
final class VerdictStrip extends VBox {
    private static final double MOST_HEIGHT = 132;
    private static final double LINE_HEIGHT = 20;

    private final AuditViewModel model;

    VerdictStrip(AuditViewModel model) {
        super(8);
        this.model = model;
        setId("audit-verdict");
        model.verdictProperty().subscribe(this::show);
    }

    private void show(Optional<AuditVerdict> verdict) {
        setVisible(verdict.isPresent());
        setManaged(verdict.isPresent());
        verdict.ifPresent(this::show);
    }

    private void show(AuditVerdict verdict) {
        getStyleClass().setAll("banner", tone(verdict.level()));
        setAccessibleText(verdict.headline() + " " + verdict.limits());
        var logs = new VBox(4);
        logs.setId("audit-verdict-logs");
        verdict.logs().forEach(line -> logs.getChildren().add(line(line)));
        var scroll = new ScrollPane(logs);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(MOST_HEIGHT);
        scroll.setPrefHeight(LINE_HEIGHT * verdict.logs().size());
        scroll.setMinHeight(Math.min(MOST_HEIGHT, LINE_HEIGHT * verdict.logs().size()));
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("side-pane");
        var limits = wrapped(verdict.limits());
        limits.setId("audit-verdict-limits");
        limits.getStyleClass().addAll("muted", "small");
        getChildren().setAll(head(verdict), scroll, limits);
    }

    private Node head(AuditVerdict verdict) {
        var headline = wrapped(verdict.headline());
        headline.setId("audit-verdict-headline");
        headline.getStyleClass().add("strong");
        HBox.setHgrow(headline, Priority.ALWAYS);
        headline.setMaxWidth(Double.MAX_VALUE);
        var close = new Button("", new FontIcon("mdal-close"));
        close.setId("audit-verdict-close");
        close.getStyleClass().addAll("quiet", "icon-button", "compact");
        close.setAccessibleText(Messages.text("audit.verdict.close"));
        close.setOnAction(_ -> model.forgetVerdict());
        var head = new HBox(8, new StateMark(kind(verdict.level()), 14), headline, close);
        head.getStyleClass().add("call-standing");
        return head;
    }

    private static Node line(LogLine line) {
        var log = new Label(line.log());
        log.getStyleClass().add("strong");
        log.setMinWidth(96);
        var text = wrapped(line.text());
        HBox.setHgrow(text, Priority.ALWAYS);
        var row = new HBox(8, new StateMark(kind(line.level())), log, text);
        row.getStyleClass().add("call-standing");
        row.setAccessibleText(line.log() + ": " + line.text());
        return row;
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static String tone(Level level) {
        return switch (level) {
            case BROKEN -> "bad";
            case PARTIAL, NOTHING -> "warn";
            case WHOLE -> "good";
        };
    }

    private static StateKind kind(Level level) {
        return switch (level) {
            case BROKEN -> StateKind.FAILED;
            case PARTIAL -> StateKind.DEGRADED;
            case WHOLE -> StateKind.HEALTHY;
            case NOTHING -> StateKind.UNKNOWN;
        };
    }
}
