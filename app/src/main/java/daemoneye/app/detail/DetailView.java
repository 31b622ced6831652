package daemoneye.app.detail;

import daemoneye.app.breakers.CollectorCircuits;
import daemoneye.app.calls.CollectorAction;
import daemoneye.app.controls.beat.HeartbeatBar;
import daemoneye.app.controls.gauge.GaugeScale;
import daemoneye.app.controls.gauge.HealthGauge;
import daemoneye.app.controls.mark.StateKind;
import daemoneye.app.controls.mark.StateMark;
import daemoneye.app.dashboard.Standing;
import daemoneye.app.fx.Fxml;
import daemoneye.app.text.Messages;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// One collector: gauges, beats, components with reasons, history, figures and facts. Narrow beside
/// the table, wide on its own page. FX thread.
public final class DetailView {
    /// Collectors aim at 80 MB; a round figure above leaves room to see more.
    private static final double MEMORY_SCALE_MB = 160;

    private final DetailViewModel model;
    private final Consumer<CollectorAction> act;
    private final Parent root;
    private final StateMark mark = new StateMark(StateKind.UNKNOWN);
    private final Label standingWord = new Label();
    @FXML private Label title;
    @FXML private HBox standing;
    @FXML private Label reason;
    @FXML private Label process;
    @FXML private FlowPane actions;
    @FXML private VBox circuits;
    @FXML private HealthGauge health;
    @FXML private HealthGauge cpu;
    @FXML private HealthGauge memory;
    @FXML private HeartbeatBar beats;
    @FXML private VBox components;
    @FXML private Pane history;
    @FXML private GridPane metrics;
    @FXML private GridPane facts;

    /// How much room there is.
    public enum Width {
        /// Beside the table: everything below each other.
        NARROW("detail"),
        /// A page of its own: two columns.
        WIDE("detail-wide");

        private final String layout;

        Width(String layout) {
            this.layout = layout;
        }
    }

    /// @param act given the action whose button was pressed
    public DetailView(DetailViewModel model, Consumer<CollectorAction> act, Width width) {
        this.model = model;
        this.act = act;
        this.root = Fxml.load(width.layout, this);
    }

    public Parent root() {
        return root;
    }

    @FXML
    private void initialize() {
        title.textProperty().bind(model.idProperty());
        standing.getChildren().addAll(mark, standingWord);
        model.standingProperty().subscribe(this::showStanding);
        bindUnlessEmpty(reason, model.reasonProperty());
        bindUnlessEmpty(process, model.processProperty());
        var locked = new Label();
        locked.setId("act-locked");
        locked.getStyleClass().addAll("muted", "small");
        bindUnlessEmpty(locked, model.lockedProperty());
        actions.getChildren().add(locked);
        for (var action : CollectorAction.values()) {
            if (action.hasButton()) {
                actions.getChildren().add(button(action));
            }
        }
        circuits.getChildren().add(new CollectorCircuits(model.breakers(), model.idProperty()));
        circuits.managedProperty().bind(circuits.visibleProperty());
        circuits.visibleProperty().bind(circuits.getChildren().getFirst().visibleProperty());
        gauge(health, GaugeScale.health(), "health", "");
        gauge(cpu, GaugeScale.load(70, 90, 100), "cpu", "%");
        gauge(memory, GaugeScale.plain(MEMORY_SCALE_MB), "memory", "MB");
        model.healthProperty().subscribe(health::setReading);
        model.cpuProperty().subscribe(cpu::setReading);
        model.memoryProperty().subscribe(memory::setReading);
        model.pillsProperty().subscribe(beats::setPills);
        HistoryCharts.addTo(history, model);
        rebuildOnChange(components, model.components());
        FactGrid.bind(metrics, model.metrics(), true);
        FactGrid.bind(facts, model.facts(), false);
    }

    private static void bindUnlessEmpty(
            Label label, javafx.beans.property.ReadOnlyStringProperty text) {
        label.textProperty().bind(text);
        label.visibleProperty().bind(text.isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
    }

    private void showStanding(Standing now) {
        mark.setKind(now.kind());
        standingWord.setText(now.label());
        standingWord.getStyleClass().setAll("label", "state-text", now.kind().styleClass());
    }

    private Button button(CollectorAction action) {
        var button = new Button(action.buttonText());
        button.setId("act-" + action.key());
        if (action.looksDangerous()) {
            button.getStyleClass().add("danger");
        }
        button.setOnAction(click -> act.accept(action));
        model.idProperty().subscribe(id -> button.setAccessibleText(action.title(id)));
        model.offeredProperty().subscribe(offered -> show(button, action, offered));
        return button;
    }

    private static void show(Button button, CollectorAction action, Set<CollectorAction> offered) {
        button.setDisable(!offered.contains(action));
    }

    private static void gauge(HealthGauge gauge, GaugeScale scale, String key, String unit) {
        gauge.setScale(scale);
        gauge.setCaption(Messages.text("detail.gauge." + key));
        gauge.setUnit(unit);
    }

    private static void rebuildOnChange(
            VBox box, javafx.collections.ObservableList<ComponentItem> items) {
        fill(box, items);
        items.addListener((ListChangeListener<ComponentItem>) change -> fill(box, items));
    }

    private static void fill(VBox box, List<ComponentItem> items) {
        box.getChildren()
                .setAll(
                        items.isEmpty()
                                ? List.of(muted(Messages.text("detail.components.none")))
                                : items.stream().map(DetailView::row).toList());
    }

    private static Node row(ComponentItem item) {
        var name = new Label(item.name());
        name.getStyleClass().add("component-name");
        var checked = muted(item.checked());
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var message = new Label(item.message());
        message.getStyleClass().add("component-reason");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        var words = new VBox(2, new HBox(name, gap, checked), message);
        HBox.setHgrow(words, Priority.ALWAYS);
        var row = new HBox(new StateMark(item.kind()), words);
        row.getStyleClass().add("component-row");
        row.setAccessibleText(
                item.name() + ", " + item.kind().styleClass() + ", " + item.message());
        return row;
    }

    private static Label muted(String text) {
        var label = new Label(text);
        label.getStyleClass().addAll("muted", "small");
        return label;
    }
}
