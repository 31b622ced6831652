package daemoneye.app.calls.view;

import daemoneye.app.calls.OperationState;
import daemoneye.app.calls.OperationStep;
import daemoneye.app.calls.OperationViewModel;
import daemoneye.app.controls.mark.StateMark;
import daemoneye.app.text.Messages;
import daemoneye.app.text.Wording;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Optional;
import java.util.function.Consumer;

/// One call: how it stands and whether it had an effect, what can be done about it, and every step.
/// FX thread.
final class CallPane extends ScrollPane {
    private static final double WIDTH = 340;

    private final CallsViewModel model;
    private final Consumer<OperationViewModel> onOpen;
    private Runnable unfollow = () -> {};

    CallPane(CallsViewModel model, Consumer<OperationViewModel> onOpen) {
        this.model = model;
        this.onOpen = onOpen;
        getStyleClass().add("side-pane");
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(WIDTH);
        setMaxWidth(WIDTH);
        model.chosenProperty().subscribe(this::show);
    }

    private void show(Optional<OperationViewModel> chosen) {
        unfollow.run();
        setVisible(chosen.isPresent());
        setManaged(chosen.isPresent());
        chosen.ifPresent(each -> setContent(content(each)));
    }

    private Node content(OperationViewModel operation) {
        var title = new Label(operation.title());
        title.getStyleClass().add("title-card");
        title.setWrapText(true);
        var steps = new VBox(8);
        ListChangeListener<OperationStep> listener = _ -> list(steps, operation);
        operation.steps().addListener(listener);
        list(steps, operation);
        var mark = new StateMark(operation.stateProperty().get().kind(), 14);
        var word = new Label();
        var standing = operation.stateProperty().subscribe(state -> showState(state, mark, word));
        unfollow =
                () -> {
                    standing.unsubscribe();
                    operation.steps().removeListener(listener);
                };
        var content =
                new VBox(
                        12,
                        title,
                        standing(operation, mark, word),
                        effect(operation),
                        progress(operation),
                        buttons(operation),
                        section("calls.pane.steps"),
                        steps,
                        id(operation));
        content.getStyleClass().add("detail-pane");
        return content;
    }

    private static void showState(OperationState state, StateMark mark, Label word) {
        mark.setKind(state.kind());
        word.setText(state.label());
        word.getStyleClass().setAll("label", "state-text", state.kind().styleClass());
    }

    private static Node standing(OperationViewModel operation, StateMark mark, Label word) {
        word.setId("call-state");
        var began = muted(Messages.text("calls.pane.began", Wording.clock(operation.began())));
        var line = new HBox(8, mark, word, began);
        line.getStyleClass().add("call-standing");
        return line;
    }

    private static Node effect(OperationViewModel operation) {
        var effect = new Label();
        effect.setId("call-effect");
        effect.getStyleClass().add("strong");
        effect.setWrapText(true);
        effect.setMinHeight(Region.USE_PREF_SIZE);
        effect.textProperty().bind(operation.effectProperty());
        present(effect, operation.effectProperty().isNotEmpty());
        return effect;
    }

    private static Node progress(OperationViewModel operation) {
        var bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty().bind(operation.shareProperty());
        bar.setAccessibleText(Messages.text("calls.pane.time"));
        var attempt = muted("");
        attempt.textProperty().bind(operation.attemptProperty());
        var left = new Label();
        left.setId("call-left");
        left.getStyleClass().add("num");
        left.textProperty().bind(operation.leftProperty());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var box = new VBox(6, bar, new HBox(8, attempt, gap, left));
        present(box, operation.stateProperty().isEqualTo(OperationState.RUNNING));
        return box;
    }

    private Node buttons(OperationViewModel operation) {
        var cancel = button("call-cancel", "operation.cancel", () -> model.cancel(operation));
        cancel.setAccessibleText(Messages.text("operation.cancel.name", operation.title()));
        cancel.disableProperty().bind(operation.cancellable().not());
        present(cancel, operation.stateProperty().isEqualTo(OperationState.RUNNING));
        var check = new CheckButton("call-check", () -> model.findOut(operation)).about(operation);
        var open = button("call-open", "calls.pane.open", () -> onOpen.accept(operation));
        open.setAccessibleText(Messages.text("calls.pane.open.name", operation.collector()));
        return new FlowPane(8, 8, cancel, check, open);
    }

    private static Button button(String id, String key, Runnable onPress) {
        var button = new Button(Messages.text(key));
        button.setId(id);
        button.setOnAction(_ -> onPress.run());
        return button;
    }

    private static void present(Node node, ObservableValue<Boolean> whether) {
        node.visibleProperty().bind(Bindings.createBooleanBinding(whether::getValue, whether));
        node.managedProperty().bind(node.visibleProperty());
    }

    private static void list(VBox box, OperationViewModel operation) {
        box.getChildren().setAll(operation.steps().stream().map(CallPane::line).toList());
    }

    private static Node line(OperationStep step) {
        var after = new Label(Wording.age(step.after()));
        after.getStyleClass().addAll("num", "muted");
        after.setMinWidth(52);
        var text = new Label(step.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(8, after, text);
    }

    private static Node section(String key) {
        var label = new Label(Messages.text(key));
        label.getStyleClass().add("section-label");
        return label;
    }

    private static Node id(OperationViewModel operation) {
        var id = new Label(operation.correlation());
        id.getStyleClass().addAll("code", "small");
        id.setWrapText(true);
        id.setMinHeight(Region.USE_PREF_SIZE);
        var copy = button("call-copy", "calls.pane.copy", () -> copy(operation.correlation()));
        copy.getStyleClass().add("small");
        copy.setAccessibleText(Messages.text("calls.pane.copy.name"));
        copy.setMinWidth(Region.USE_PREF_SIZE);
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var head = new HBox(8, section("calls.pane.id"), gap, copy);
        head.getStyleClass().add("call-standing");
        return new VBox(4, head, id);
    }

    private static void copy(String text) {
        var content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("muted", "small");
        return label;
    }
}
