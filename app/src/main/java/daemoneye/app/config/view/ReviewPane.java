package daemoneye.app.config.view;

import daemoneye.app.config.ConfigDialogViewModel;
import daemoneye.app.config.KeyRow;
import daemoneye.app.config.diff.view.DiffPane;
import daemoneye.app.fx.Watching;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.view.ConfirmFields;
import daemoneye.app.guard.view.ImpactList;
import daemoneye.app.text.Messages;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;

/// What would change against what runs: the texts compared, each key with its verdict, and how it
/// shall be done. FX thread.
final class ReviewPane extends VBox {
    private static final int MOST_ROWS = 4;

    private final ConfigDialogViewModel dialog;
    private final Watching watching;
    private final KeyTable<KeyRow> keys = new KeyTable<>("config-keys", MOST_ROWS);
    private final ReadOnlyStringWrapper weaker = new ReadOnlyStringWrapper("");
    private final HBox fields = new HBox();
    private final ImpactList impact = new ImpactList();

    ReviewPane(ConfigDialogViewModel dialog, Watching watching) {
        this.dialog = dialog;
        this.watching = watching;
        getStyleClass().add("config-pane");
        var diff =
                new DiffPane(
                        dialog.diff(),
                        "config-diff",
                        Messages.text("config.diff.running"),
                        Messages.text("config.diff.yours"),
                        watching);
        VBox.setVgrow(diff, Priority.ALWAYS);
        table();
        getChildren()
                .addAll(
                        diff,
                        Parts.banner("config-weaker", weaker, "warn"),
                        Parts.banner("config-dry-trouble", dialog.dry().troubleProperty(), "bad"),
                        keys,
                        terms());
        watching.add(dialog.keysProperty().subscribe(this::show));
        watching.add(dialog.confirmProperty().subscribe(this::ask));
        watching.add(
                dialog.confirmProperty()
                        .flatMap(ConfirmViewModel::questionProperty)
                        .subscribe(now -> impact.show(now.stakes().impact())));
    }

    private void table() {
        keys.text("key", 190, row -> row.change().key(), "code-cell");
        keys.text("running", 200, row -> row.change().running(), "code-muted");
        keys.text("yours", 160, row -> row.change().yours(), "code-cell");
        keys.text("effect", 132, KeyRow::effect, "plain");
        keys.verdict(
                        320,
                        row ->
                                new KeyTable.Verdict(
                                        row.verdict(), row.kind(), row.change().weaker()))
                .textProperty()
                .bind(dialog.dry().headingProperty());
    }

    private Region terms() {
        var putBack = new CheckBox();
        putBack.setId("config-put-back");
        putBack.textProperty().bind(dialog.words().putBackProperty());
        putBack.selectedProperty().bindBidirectional(dialog.putBackProperty());
        var restart = new CheckBox(Messages.text("config.restart"));
        restart.setId("config-restart");
        restart.selectedProperty().bindBidirectional(dialog.restartProperty());
        var choices = new FlowPane(16, 4, putBack, restart);
        choices.setMinWidth(0);
        HBox.setHgrow(fields, Priority.ALWAYS);
        fields.setMinWidth(0);
        // Nothing is touched while nothing is changed.
        var touched = new VBox(impact);
        touched.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () -> impact.isManaged() && !dialog.keysProperty().get().isEmpty(),
                                impact.managedProperty(),
                                dialog.keysProperty()));
        touched.managedProperty().bind(touched.visibleProperty());
        var all = new VBox(8, touched, fields, choices);
        all.getStyleClass().add("config-terms");
        all.setMinHeight(Region.USE_PREF_SIZE);
        return all;
    }

    private void ask(ConfirmViewModel confirm) {
        var asked = new ConfirmFields(confirm, watching);
        HBox.setHgrow(asked, Priority.ALWAYS);
        fields.getChildren().setAll(asked);
    }

    private void show(List<KeyRow> rows) {
        keys.show(rows);
        long count = rows.stream().filter(each -> !each.change().weaker().isEmpty()).count();
        weaker.set(count == 0 ? "" : Messages.text("config.weaker.all", count));
    }
}
