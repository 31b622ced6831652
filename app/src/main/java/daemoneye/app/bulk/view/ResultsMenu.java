package daemoneye.app.bulk.view;

import daemoneye.app.bulk.BulkRunViewModel;
import daemoneye.app.bulk.BulkViewModel;
import daemoneye.app.text.Messages;
import daemoneye.app.text.Wording;

import javafx.collections.ListChangeListener;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.Region;

/// Opens the table of an action on several again, of any since the window was opened. Takes no room
/// before there is one. FX thread.
public final class ResultsMenu extends MenuButton {
    private final BulkViewModel model;

    public ResultsMenu(BulkViewModel model) {
        super(Messages.text("bulk.results"));
        this.model = model;
        setMinWidth(Region.USE_PREF_SIZE);
        setAccessibleText(Messages.text("bulk.results.name"));
        managedProperty().bind(visibleProperty());
        model.runs().addListener((ListChangeListener<BulkRunViewModel>) _ -> list());
        // What they came to is said as it is when somebody looks.
        setOnShowing(_ -> list());
        list();
    }

    private void list() {
        setVisible(!model.runs().isEmpty());
        getItems().setAll(model.runs().stream().map(this::item).toList());
    }

    private MenuItem item(BulkRunViewModel run) {
        var text =
                Messages.text(
                        "bulk.results.item",
                        Wording.clock(run.began()),
                        run.title(),
                        run.summaryProperty().get());
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> model.reopen(run));
        return item;
    }
}
