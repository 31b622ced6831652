package daemoneye.app.config.view;

import daemoneye.app.config.ConfigDialogViewModel;
import daemoneye.app.config.ConfigDialogViewModel.Place;
import daemoneye.app.config.ConfigDialogViewModel.Stage;
import daemoneye.app.config.DryRunViewModel;
import daemoneye.app.config.apply.ApplyViewModel;
import daemoneye.app.config.apply.ApplyViewModel.End;
import daemoneye.app.fx.Watching;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.view.ConfirmButton;
import daemoneye.app.text.Messages;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

import java.util.ArrayList;
import java.util.List;

/// The lower edge: the way out at one end, the next step at the other, and between them what that
/// would do, or what is in its way. FX thread.
final class ConfigFoot extends HBox {
    private final ConfigDialogViewModel dialog;
    private final Watching watching;
    // One for each: what is shared by all would hold every dialog that looks at it.
    private final ObservableValue<End> noRun = new ReadOnlyObjectWrapper<>(End.RUNNING);
    private final Button close;
    private final Label words = new Label();

    ConfigFoot(ConfigDialogViewModel dialog, Runnable onClose, Watching watching) {
        this.dialog = dialog;
        this.watching = watching;
        getStyleClass().add("dialog-foot");
        close = Parts.button("config-close", "config.close", onClose);
        words.setId("config-foot");
        words.getStyleClass().addAll("muted", "small");
        words.setMinWidth(0);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(close, words);
        watching.add(dialog.stageProperty().subscribe(this::rebuild));
        watching.add(dialog.placeProperty().subscribe(this::rebuild));
        watching.add(
                dialog.runProperty()
                        .flatMap(
                                run ->
                                        run.map(ApplyViewModel::endProperty)
                                                .map(each -> (ObservableValue<End>) each)
                                                .orElse(noRun))
                        .subscribe(_ -> rebuild()));
        watching.add(dialog.confirmProperty().subscribe(this::rebuild));
        rebuild();
    }

    private void rebuild() {
        words.textProperty().unbind();
        words.setText("");
        close.setText(Messages.text("config.close"));
        var children = new ArrayList<Node>();
        switch (dialog.stageProperty().get()) {
            case LOADING -> {}
            case UNREADABLE ->
                    children.add(
                            Parts.button(
                                    "config-read", "config.readAgain", dialog::read, "accent"));
            case EDITING -> editing(children);
            case HELD_BACK -> heldBack(children);
            case RUNNING -> running(children);
        }
        replace(children);
    }

    // The way out stays where it is, and takes the focus of a button that goes.
    private void replace(List<Node> children) {
        var rest = getChildren().subList(2, getChildren().size());
        boolean orphaned = rest.stream().anyMatch(ConfigFoot::hasFocus);
        rest.clear();
        getChildren().addAll(children);
        if (orphaned) {
            close.requestFocus();
        }
    }

    private static boolean hasFocus(Node node) {
        return node.isFocusWithin();
    }

    private void editing(List<Node> children) {
        if (dialog.placeProperty().get() != Place.REVIEW) {
            words.textProperty().bind(dialog.words().effectProperty());
            var review = Parts.button("config-review", "config.place.review", this::review);
            review.getStyleClass().add("accent");
            review.textProperty()
                    .bind(
                            dialog.keysProperty()
                                    .map(keys -> Messages.text("config.review", keys.size())));
            children.add(review);
            return;
        }
        var confirm = dialog.confirmProperty().get();
        words.textProperty().bind(inTheWay(confirm));
        var again = Parts.button("config-dry-run", "config.dry.again", dialog::check);
        again.disableProperty()
                .bind(dialog.dry().stateProperty().isEqualTo(DryRunViewModel.State.ASKING));
        var apply = new ConfirmButton(confirm, watching);
        apply.callIt(dialog.words().applyProperty());
        apply.setMinWidth(Region.USE_PREF_SIZE);
        children.add(again);
        children.add(apply);
    }

    private ObservableValue<String> inTheWay(ConfirmViewModel confirm) {
        return Bindings.createStringBinding(
                () -> {
                    var trouble = confirm.troubleProperty().get();
                    var missing = confirm.missingProperty().get();
                    if (!dialog.words().hindranceProperty().get().isEmpty()) {
                        // The banner says it.
                        return "";
                    }
                    if (!trouble.isEmpty()) {
                        return trouble;
                    }
                    return missing.isEmpty() ? dialog.words().effectProperty().get() : missing;
                },
                dialog.words().hindranceProperty(),
                confirm.troubleProperty(),
                confirm.missingProperty(),
                dialog.words().effectProperty());
    }

    private void review() {
        dialog.placeProperty().set(Place.REVIEW);
    }

    private void heldBack(List<Node> children) {
        close.setText(Messages.text("config.run.keepGoing"));
        dialog.waitingProperty()
                .get()
                .ifPresent(call -> words.textProperty().bind(call.textProperty()));
        children.add(
                Parts.button("config-take-back", "config.takeBack", dialog::takeBack, "accent"));
    }

    private void running(List<Node> children) {
        var end =
                dialog.runProperty()
                        .get()
                        .map(each -> each.endProperty().get())
                        .orElse(End.RUNNING);
        if (end == End.RUNNING) {
            close.setText(Messages.text("config.run.keepGoing"));
            return;
        }
        var check = dialog.runProperty().get().filter(each -> each.checkableProperty().get());
        var goOn = Parts.button("config-go-on", nextStep(end), dialog::goOn);
        children.add(goOn);
        check.ifPresentOrElse(
                run -> children.add(checking(run)), () -> goOn.getStyleClass().add("accent"));
    }

    private static Button checking(ApplyViewModel run) {
        return Parts.button("config-check", "config.run.check", run::check, "accent");
    }

    private static String nextStep(End end) {
        return switch (end) {
            case RUNNING, APPLIED, DOUBTFUL -> "config.run.goOn";
            case RETURNED, REFUSED, CONFLICT, UNKNOWN -> "config.run.back";
        };
    }

    Button close() {
        return close;
    }

    boolean isEditing() {
        return dialog.stageProperty().get() == Stage.EDITING;
    }
}
