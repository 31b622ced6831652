package daemoneye.app.dashboard.view;

import daemoneye.app.dashboard.CollectorRowViewModel;

import javafx.scene.Node;
import javafx.scene.control.MenuItem;

import java.util.List;

/// What can be done with the rows that are chosen in the fleet table. FX thread.
public interface ChosenRows {
    /// Stands between the chips and the table.
    Node bar();

    /// Other rows are chosen, or they stand otherwise now.
    void show(List<CollectorRowViewModel> rows);

    /// For the menu of the table.
    List<MenuItem> menu(List<CollectorRowViewModel> rows);
}
