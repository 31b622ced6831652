package daemoneye.app.shell;

import daemoneye.app.bulk.view.BulkView;
import daemoneye.app.bulk.view.SaveDialog;
import daemoneye.app.calls.CollectorAction;
import daemoneye.app.calls.OperationViewModel;
import daemoneye.app.calls.view.CallsView;
import daemoneye.app.calls.view.CallsViewModel;
import daemoneye.app.calls.view.StatusLine;
import daemoneye.app.controls.LinkBadge;
import daemoneye.app.dashboard.FleetView;
import daemoneye.app.detail.CollectorPage;
import daemoneye.app.detail.DetailView;
import daemoneye.app.fx.Fxml;
import daemoneye.app.guard.view.ActionToasts;
import daemoneye.app.guard.view.GuardView;
import daemoneye.app.overlay.Overlays;
import daemoneye.app.profile.ProfilesViewModel;
import daemoneye.app.profile.view.ProfileMenu;
import daemoneye.app.profile.view.ProfilesView;
import daemoneye.app.quit.QuitView;
import daemoneye.app.shutdown.view.ShutdownView;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

import java.util.List;

/// The window: rail, header, the page somebody is on, status bar. FX thread.
public final class ShellView {
    /// Presses the newest toast's button: takes back what was done or is about to be sent.
    private static final KeyCombination TAKE_BACK = KeyCombination.keyCombination("Shortcut+Z");

    /// Opens the menu of connections.
    private static final KeyCombination PROFILES = KeyCombination.keyCombination("Shortcut+L");

    private final ShellViewModel model;
    private final Runnable onSwitchTheme;
    private final Node fleetPage;
    private final Node collectorPage;
    private final Node callsPage;
    private final Overlays overlays;
    private final ActionToasts toasts;
    private final Subscription following;
    @FXML private StackPane layers;
    @FXML private ToggleButton fleetItem;
    @FXML private ToggleButton callsItem;
    @FXML private ProfileMenu profile;
    @FXML private LinkBadge link;
    @FXML private TextField search;
    @FXML private Label frozen;
    @FXML private StackPane content;
    @FXML private HBox status;
    @FXML private Label circuits;
    @FXML private Label summary;

    /// @param onSwitchTheme runs when a person wants the other theme
    public ShellView(ShellViewModel model, ProfilesViewModel profiles, Runnable onSwitchTheme) {
        this.model = model;
        this.onSwitchTheme = onSwitchTheme;
        Fxml.load("shell", this);
        var fleet =
                new FleetView(
                        model.fleet(),
                        new DetailView(model.detail(), this::act, DetailView.Width.NARROW).root(),
                        this::openCollector);
        fleet.use(new FleetActions(model.acting().guard(), fleet::chooseOne));
        fleetPage = fleet.root();
        collectorPage =
                new CollectorPage(
                                model.detail(),
                                this::act,
                                () -> model.pageProperty().set(new Page.Fleet()))
                        .root();
        callsPage =
                new CallsView(new CallsViewModel(model.operations()), this::openOperation).root();
        toasts = new ActionToasts(layers, model.acting().guard(), model.operations());
        overlays = new Overlays(layers);
        var acting = model.acting();
        var _ = new ShutdownView(acting.shutdown(), overlays);
        var _ = new BulkView(acting.bulk(), overlays, new SaveDialog(layers));
        var _ = new GuardView(acting.guard(), overlays);
        var _ = new QuitView(acting.quit(), overlays);
        var frame = new ProfilesView(profiles, layers, overlays);
        following = Subscription.combine(profile.use(profiles), frame::leave);
        model.pageProperty().subscribe(this::turnTo);
    }

    /// Another view takes its place.
    public void leave() {
        following.unsubscribe();
    }

    public StackPane root() {
        return layers;
    }

    @FXML
    private void initialize() {
        model.linkProperty().subscribe(line -> link.show(line.link(), line.word(), line.detail()));
        search.textProperty().bindBidirectional(model.fleet().searchProperty());
        frozen.textProperty().bind(model.frozenProperty());
        frozen.visibleProperty().bind(model.frozenProperty().isNotEmpty());
        frozen.managedProperty().bind(frozen.visibleProperty());
        summary.textProperty().bind(model.summaryProperty());
        circuits.textProperty().bind(model.operations().breakers().summaryProperty());
        status.getChildren()
                .addFirst(
                        new StatusLine(
                                model.operations(),
                                () -> model.pageProperty().set(new Page.Calls())));
        fleetItem.setOnAction(click -> model.pageProperty().set(new Page.Fleet()));
        callsItem.setOnAction(click -> model.pageProperty().set(new Page.Calls()));
        layers.addEventFilter(KeyEvent.KEY_PRESSED, this::shortcut);
    }

    @FXML
    private void switchTheme() {
        onSwitchTheme.run();
    }

    private void shortcut(KeyEvent key) {
        if (overlays.isOpen()) {
            return;
        }
        boolean typing = search.isFocused();
        if (typing && key.getCode() == KeyCode.ESCAPE) {
            search.clear();
            fleetPage.requestFocus();
        } else if (!typing && TAKE_BACK.match(key)) {
            toasts.pressNewest();
            key.consume();
        } else if (PROFILES.match(key)) {
            profile.requestFocus();
            profile.show();
            key.consume();
        } else if (!typing && key.getCode() == KeyCode.SLASH) {
            model.pageProperty().set(new Page.Fleet());
            search.requestFocus();
            key.consume();
        } else if (!typing
                && key.getCode() == KeyCode.ESCAPE
                && model.pageProperty().get() instanceof Page.Collector) {
            model.pageProperty().set(new Page.Fleet());
        }
    }

    private void turnTo(Page page) {
        content.getChildren()
                .setAll(
                        switch (page) {
                            case Page.Fleet() -> fleetPage;
                            case Page.Collector(var _) -> collectorPage;
                            case Page.Calls() -> callsPage;
                        });
        fleetItem.setSelected(!(page instanceof Page.Calls));
        callsItem.setSelected(page instanceof Page.Calls);
    }

    private void act(CollectorAction action) {
        model.acting().guard().request(action, List.of(model.detail().idProperty().get()));
    }

    private void openCollector(String id) {
        model.pageProperty().set(new Page.Collector(id));
    }

    /// A shutdown under way gets its dialog back; anything else leads to its collector.
    private void openOperation(OperationViewModel operation) {
        if (!model.acting().shutdown().reopen(operation.collector())) {
            openCollector(operation.collector());
        }
    }
}
