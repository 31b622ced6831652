package daemoneye.app.config.view;

import daemoneye.app.config.draft.DraftViewModel;
import daemoneye.app.config.draft.FieldViewModel;
import daemoneye.app.config.draft.TextTrouble;
import daemoneye.app.fx.Watching;
import daemoneye.app.text.Messages;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The configuration as JSON, with line numbers, and what is wrong with it below. FX thread.
public final class TextPane extends VBox {
    private static final double GUTTER = 48;

    private final DraftViewModel draft;
    private final TextArea area = new TextArea();
    private final Text numbers = new Text();
    private final Region mark = new Region();
    private final Pane gutter = new Pane(mark, numbers);
    private final Label verdict = new Label();
    private final Button goThere;
    private final HBox status;

    public TextPane(DraftViewModel draft, Watching watching) {
        this.draft = draft;
        getStyleClass().add("config-pane");
        area.setId("config-text");
        area.getStyleClass().addAll("code", "config-text");
        area.setAccessibleText(Messages.text("config.text.name"));
        area.textProperty().bindBidirectional(draft.textProperty());
        numbers.getStyleClass().add("text-numbers");
        mark.getStyleClass().add("text-mark");
        mark.setManaged(false);
        gutter.getStyleClass().add("text-gutter");
        gutter.setMinWidth(GUTTER);
        gutter.setMaxWidth(GUTTER);
        clip();
        var body = new HBox(gutter, area);
        body.getStyleClass().add("text-body");
        HBox.setHgrow(area, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        verdict.setId("config-text-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        verdict.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(verdict, Priority.ALWAYS);
        goThere = Parts.button("config-go-there", "config.json.goThere", this::goThere, "small");
        status = new HBox(verdict, goThere);
        status.getStyleClass().add("banner");
        status.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(body, status);
        area.scrollTopProperty().subscribe(this::place);
        area.textProperty().subscribe(this::number);
        watching.add(draft.troubleProperty().subscribe(() -> judge()));
        watching.add(draft.revisionProperty().subscribe((_, _) -> judge()));
        numbers.layoutBoundsProperty().subscribe(this::place);
        judge();
    }

    private void clip() {
        var clip = new Rectangle(GUTTER, 0);
        clip.heightProperty().bind(gutter.heightProperty());
        gutter.setClip(clip);
        gutter.setMinHeight(0);
        gutter.setPrefHeight(0);
    }

    private void number(String text) {
        int lines = (int) text.chars().filter(each -> each == '\n').count() + 1;
        numbers.setText(
                IntStream.rangeClosed(1, lines)
                        .mapToObj(each -> "%4d".formatted(each))
                        .collect(Collectors.joining("\n")));
    }

    private double lineHeight() {
        long lines = numbers.getText().lines().count();
        return lines == 0 ? 0 : numbers.getLayoutBounds().getHeight() / lines;
    }

    // The text begins 5 pixels below the edge of the area; a Text stands on its first baseline.
    private void place() {
        double top = 5 - area.getScrollTop();
        numbers.setLayoutX(8);
        numbers.setLayoutY(top - numbers.getLayoutBounds().getMinY());
        var trouble = draft.troubleProperty().get();
        mark.setVisible(trouble.isPresent());
        trouble.ifPresent(
                each ->
                        mark.resizeRelocate(
                                0, top + (each.line() - 1) * lineHeight(), GUTTER, lineHeight()));
    }

    private void judge() {
        judge(draft.troubleProperty().get());
    }

    private void judge(Optional<TextTrouble> trouble) {
        boolean fine = trouble.isEmpty() && draft.faulty() == 0;
        status.getStyleClass().setAll("banner", fine ? "quiet" : "bad");
        verdict.setText(
                trouble.map(
                                each ->
                                        Messages.text(
                                                "config.json.at",
                                                each.line(),
                                                each.column(),
                                                each.sentence()))
                        .orElseGet(this::ofFields));
        goThere.setVisible(trouble.isPresent());
        goThere.setManaged(trouble.isPresent());
        place();
    }

    private String ofFields() {
        return draft.faulty() == 0
                ? Messages.text("config.json.ok")
                : Messages.text("config.json.fields", draft.faulty(), firstFault());
    }

    private String firstFault() {
        return draft.fields().stream()
                .filter(each -> !each.errorProperty().get().isEmpty())
                .map(TextPane::fault)
                .findFirst()
                .orElse("");
    }

    private static String fault(FieldViewModel field) {
        var said = field.errorProperty().get();
        return said.startsWith(field.name()) ? said : field.name() + ": " + said;
    }

    private void goThere() {
        draft.troubleProperty()
                .get()
                .ifPresent(
                        each -> {
                            area.requestFocus();
                            area.positionCaret(offset(each));
                        });
    }

    private int offset(TextTrouble trouble) {
        var text = area.getText();
        int start = 0;
        for (int line = 1; line < trouble.line(); line++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return text.length();
            }
            start = end + 1;
        }
        return Math.min(text.length(), start + trouble.column() - 1);
    }
}
