package daemoneye.app.shell;

import daemoneye.app.bulk.view.ActionBar;
import daemoneye.app.calls.CollectorAction;
import daemoneye.app.dashboard.CollectorRowViewModel;
import daemoneye.app.dashboard.view.ChosenRows;
import daemoneye.app.guard.GuardViewModel;
import daemoneye.app.text.Messages;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.scene.Node;
import javafx.scene.control.MenuItem;

import java.util.ArrayList;
import java.util.List;

/// Sends what a person does to chosen rows through the guard. FX thread.
final class FleetActions implements ChosenRows {
    private final GuardViewModel guard;
    private final ReadOnlyStringProperty locked;
    private final ActionBar bar;

    /// @param locked why nothing may be changed; empty text if it may
    FleetActions(GuardViewModel guard, ReadOnlyStringProperty locked, Runnable onClear) {
        this.guard = guard;
        this.locked = locked;
        this.bar = new ActionBar(guard::request, locked, onClear);
    }

    @Override
    public Node bar() {
        return bar;
    }

    @Override
    public void show(List<CollectorRowViewModel> rows) {
        bar.show(rows);
    }

    @Override
    public List<MenuItem> menu(List<CollectorRowViewModel> rows) {
        var items = new ArrayList<MenuItem>();
        if (!locked.get().isEmpty()) {
            var reason = new MenuItem(locked.get());
            reason.setDisable(true);
            items.add(reason);
        }
        boolean mixed = rows.stream().map(CollectorRowViewModel::type).distinct().count() > 1;
        for (var action : CollectorAction.values()) {
            var fitting =
                    rows.stream()
                            .filter(row -> action.fits(row.standing()))
                            .map(CollectorRowViewModel::id)
                            .toList();
            boolean enough = action.forSeveral() ? !fitting.isEmpty() : rows.size() == 1;
            if (action.hasButton() && enough && !fitting.isEmpty()) {
                items.add(item(action, fitting, mixed));
            }
        }
        return items;
    }

    private MenuItem item(CollectorAction action, List<String> ids, boolean mixed) {
        var title = ids.size() == 1 ? action.title(ids.getFirst()) : action.title(ids.size());
        var item = new MenuItem(action.asksFirst() ? Messages.text("action.asks", title) : title);
        if (action == CollectorAction.CONFIGURE && mixed) {
            item.setText(Messages.text("bulk.oneType.item", title));
            item.setDisable(true);
        }
        item.setId("menu-" + action.key());
        boolean held = action.isHeldBackByLock() && !locked.get().isEmpty();
        item.setDisable(held || item.isDisable());
        item.setOnAction(_ -> guard.request(action, ids));
        return item;
    }
}
