package daemoneye.app.help.view;

import daemoneye.app.help.HelpEntry;
import daemoneye.app.help.HelpViewModel;
import daemoneye.app.text.Messages;

import javafx.geometry.Side;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;

/// Help at the foot of the rail. FX thread.
public final class HelpMenu extends MenuButton {
    /// A menu that shows nothing yet.
    public HelpMenu() {
        getStyleClass().add("rail-item");
        setPopupSide(Side.RIGHT);
    }

    /// Shows the entries, with the sheet of keys above them.
    public void use(HelpViewModel model, Runnable onKeys) {
        var keys = new HelpEntry("help-keys", "help.keys", onKeys);
        setOnShowing(_ -> fill(model, keys));
        fill(model, keys);
    }

    private void fill(HelpViewModel model, HelpEntry keys) {
        getItems().setAll(item(keys));
        model.entries().forEach(each -> getItems().add(item(each)));
    }

    private static MenuItem item(HelpEntry entry) {
        var item = new MenuItem(Messages.text(entry.key()));
        item.setId(entry.id());
        item.setOnAction(_ -> entry.onPress().run());
        return item;
    }
}
