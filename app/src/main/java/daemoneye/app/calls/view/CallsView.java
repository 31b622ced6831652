package daemoneye.app.calls.view;

import daemoneye.app.breakers.BreakerStrip;
import daemoneye.app.calls.OperationState;
import daemoneye.app.calls.OperationViewModel;
import daemoneye.app.controls.EmptyState;
import daemoneye.app.controls.FillColumns;
import daemoneye.app.controls.Segments;
import daemoneye.app.fx.Fxml;
import daemoneye.app.text.Messages;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.Optional;
import java.util.function.Consumer;

/// What this console asked for, newest first; the chosen one with its steps beside the table. FX
/// thread.
public final class CallsView {
    private final CallsViewModel model;
    private final Consumer<OperationViewModel> onOpen;
    private final Parent root;
    @FXML private HBox page;
    @FXML private TextField search;
    @FXML private HBox states;
    @FXML private VBox list;
    @FXML private TableView<OperationViewModel> table;

    /// @param onOpen given the operation that somebody wants to see more of
    public CallsView(CallsViewModel model, Consumer<OperationViewModel> onOpen) {
        this.model = model;
        this.onOpen = onOpen;
        this.root = Fxml.load("calls", this);
    }

    /// Puts something at the end of the row of outcomes.
    public void add(Node extra) {
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        states.getChildren().addAll(gap, extra);
    }

    public Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        search.textProperty().bindBidirectional(model.searchProperty());
        list.getChildren().add(2, new BreakerStrip(model.breakers()));
        addStates();
        fillTable();
        page.getChildren().add(new CallPane(model, onOpen));
    }

    private void fillTable() {
        CallColumns.addTo(table);
        table.setItems(model.rows());
        FillColumns.of(table);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        each ->
                                Optional.ofNullable(each)
                                        .ifPresent(
                                                one ->
                                                        model.chosenProperty()
                                                                .set(Optional.of(one))));
        model.rows().addListener((ListChangeListener<Object>) _ -> showPlaceholder());
        showPlaceholder();
        table.focusedProperty()
                .subscribe(
                        focused -> {
                            if (focused && table.getSelectionModel().isEmpty()) {
                                table.getSelectionModel().selectFirst();
                            }
                        });
        table.setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ENTER) {
                        model.chosenProperty().get().ifPresent(onOpen);
                    }
                });
        table.setOnMouseClicked(
                click -> {
                    if (click.getClickCount() == 2) {
                        model.chosenProperty().get().ifPresent(onOpen);
                    }
                });
    }

    private void showPlaceholder() {
        var key = model.isEmpty() ? "calls.empty" : "calls.nomatch";
        table.setPlaceholder(
                new EmptyState(
                        model.isEmpty() ? "mdmz-swap_horiz" : "mdal-filter_list",
                        Messages.text(key + ".title"),
                        Messages.text(key + ".text")));
    }

    private void addStates() {
        var group = new ToggleGroup();
        add(group, "calls-all", Messages.text("calls.state.all"), Optional.empty());
        for (var state : OperationState.values()) {
            add(group, "calls-" + state.key(), state.label(), Optional.of(state));
        }
        Segments.round(states);
        group.selectToggle(group.getToggles().getFirst());
        group.selectedToggleProperty()
                .addListener(
                        (_, before, now) -> {
                            if (now == null) {
                                group.selectToggle(before);
                            }
                        });
    }

    private void add(ToggleGroup group, String id, String text, Optional<OperationState> state) {
        var button = new ToggleButton(text);
        button.setId(id);
        button.getStyleClass().add("segment");
        button.setToggleGroup(group);
        button.setOnAction(_ -> model.stateProperty().set(state));
        states.getChildren().add(button);
    }
}
