package daemoneye.app.dashboard.view;

import daemoneye.app.controls.EmptyState;
import daemoneye.app.controls.FillColumns;
import daemoneye.app.dashboard.CollectorRowViewModel;
import daemoneye.app.dashboard.FleetViewModel;
import daemoneye.app.fx.Fxml;
import daemoneye.app.text.Messages;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The fleet page: chips, table, and the pane of the selected collector. Enter or a double click
/// opens the collector's own page. FX thread.
public final class FleetView {
    /// Below this width of the page a selected row has no pane; Enter opens its page.
    private static final double ROOM_FOR_SIDE = 1100;

    private static final double ROW_HEIGHT = 44;
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final FleetViewModel model;
    private final Consumer<String> onOpen;
    private final Supplier<Node> sidePane;
    private final Parent root;
    private final DoubleProperty width = new SimpleDoubleProperty();
    private Optional<ChosenRows> chosen = Optional.empty();
    @FXML private VBox page;
    @FXML private FlowPane chips;
    @FXML private TableView<CollectorRowViewModel> table;
    @FXML private ScrollPane side;

    /// @param sidePane asked for once a row is selected, and shown beside the table while one is
    /// @param onOpen given the id of a collector to open
    public FleetView(FleetViewModel model, Supplier<Node> sidePane, Consumer<String> onOpen) {
        this.model = model;
        this.onOpen = onOpen;
        this.sidePane = sidePane;
        this.root = Fxml.load("fleet", this);
        width.bind(((Region) root).widthProperty());
    }

    public Parent root() {
        return root;
    }

    /// Lets something be done with chosen rows; several can be chosen from now on.
    public void use(ChosenRows rows) {
        chosen = Optional.of(rows);
        page.getChildren().add(1, rows.bar());
        var selection = table.getSelectionModel();
        selection.setSelectionMode(SelectionMode.MULTIPLE);
        selection
                .getSelectedItems()
                .addListener((ListChangeListener<CollectorRowViewModel>) _ -> showChosen());
        model.countsProperty().subscribe(_ -> showChosen());
        var menu = new ContextMenu();
        // A menu without items is never shown, so it could never be filled.
        menu.getItems().add(new MenuItem());
        menu.setOnShowing(_ -> menu.getItems().setAll(rows.menu(chosenRows())));
        table.setContextMenu(menu);
    }

    private void showChosen() {
        chosen.ifPresent(rows -> rows.show(chosenRows()));
    }

    private List<CollectorRowViewModel> chosenRows() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    /// Back to the one row that was chosen last.
    public void chooseOne() {
        int index = table.getSelectionModel().getSelectedIndex();
        table.getSelectionModel().clearSelection();
        if (index >= 0) {
            table.getSelectionModel().select(index);
        }
        table.requestFocus();
    }

    @FXML
    private void initialize() {
        var _ = new StandingChips(chips, model);
        table.setId("fleet-table");
        table.setAccessibleText(Messages.text("fleet.title"));
        FleetColumns.addTo(table);
        var sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setFixedCellSize(ROW_HEIGHT);
        table.setRowFactory(_ -> row());
        FillColumns.of(table);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> select(Optional.ofNullable(row)));
        table.setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ENTER) {
                        model.selectedProperty().get().ifPresent(onOpen);
                    }
                });
        model.emptinessProperty().subscribe(_ -> showPlaceholder());
        model.problemProperty().subscribe(_ -> showPlaceholder());
        model.rows().addListener((ListChangeListener<Object>) change -> showPlaceholder());
        model.selectedProperty().subscribe(_ -> showSide());
        width.subscribe(_ -> showSide());
    }

    private void select(Optional<CollectorRowViewModel> row) {
        // A row that a filter hides stays looked at; only another choice ends that.
        row.ifPresent(each -> model.selectedProperty().set(Optional.of(each.id())));
    }

    private void showSide() {
        boolean wanted = model.selectedProperty().get().isPresent() && width.get() >= ROOM_FOR_SIDE;
        if (wanted) {
            side.setContent(sidePane.get());
        }
        side.setVisible(wanted);
        side.setManaged(wanted);
    }

    private void showPlaceholder() {
        if (!model.rows().isEmpty()) {
            return;
        }
        table.setPlaceholder(model.isEmpty() ? nobody() : noMatch());
    }

    private Node nobody() {
        var why = model.emptinessProperty().get();
        return new EmptyState(
                why.icon(),
                Messages.text("fleet." + why.key() + ".title"),
                Messages.text("fleet." + why.key() + ".text"));
    }

    private Node noMatch() {
        var problem = model.problemProperty().get();
        var all = new Button(Messages.text("fleet.nomatch.all"));
        all.setId("fleet-show-all");
        all.setOnAction(
                _ -> {
                    model.showAll();
                    table.requestFocus();
                });
        var none =
                new EmptyState(
                        "mdal-filter_list",
                        Messages.text("fleet.nomatch.title"),
                        problem.isEmpty() ? Messages.text("fleet.nomatch.text") : problem);
        none.getChildren().add(all);
        return none;
    }

    private TableRow<CollectorRowViewModel> row() {
        var row = new TableRow<CollectorRowViewModel>();
        model.frozenProperty().subscribe(frozen -> row.pseudoClassStateChanged(STALE, frozen));
        row.setOnMouseClicked(
                click -> {
                    if (click.getClickCount() == 2 && !row.isEmpty()) {
                        onOpen.accept(row.getItem().id());
                    }
                });
        return row;
    }
}
