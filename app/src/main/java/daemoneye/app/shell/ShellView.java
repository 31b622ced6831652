package daemoneye.app.shell;

import daemoneye.app.audit.view.AuditView;
import daemoneye.app.bulk.view.BulkView;
import daemoneye.app.bulk.view.ResultsMenu;
import daemoneye.app.bulk.view.SaveDialog;
import daemoneye.app.calls.CollectorAction;
import daemoneye.app.calls.OperationViewModel;
import daemoneye.app.calls.view.CallsView;
import daemoneye.app.calls.view.CallsViewModel;
import daemoneye.app.calls.view.StatusLine;
import daemoneye.app.config.exchange.SystemFiles;
import daemoneye.app.config.view.ConfigView;
import daemoneye.app.controls.Theme;
import daemoneye.app.controls.WholeText;
import daemoneye.app.controls.mark.LinkBadge;
import daemoneye.app.dashboard.view.FleetView;
import daemoneye.app.detail.CollectorPage;
import daemoneye.app.detail.DetailView;
import daemoneye.app.fx.FxThread;
import daemoneye.app.fx.Fxml;
import daemoneye.app.fx.OnDemand;
import daemoneye.app.guard.view.ActionToasts;
import daemoneye.app.guard.view.GuardView;
import daemoneye.app.help.HelpViewModel;
import daemoneye.app.help.view.BundleChooser;
import daemoneye.app.help.view.HelpMenu;
import daemoneye.app.help.view.HelpView;
import daemoneye.app.overlay.Overlays;
import daemoneye.app.palette.Command;
import daemoneye.app.profile.ProfilesViewModel;
import daemoneye.app.profile.view.ProfileMenu;
import daemoneye.app.profile.view.ProfilesView;
import daemoneye.app.quit.QuitView;
import daemoneye.app.rollout.view.RolloutView;
import daemoneye.app.settings.AppearanceViewModel;
import daemoneye.app.settings.view.SettingsPage;
import daemoneye.app.shutdown.view.ShutdownView;
import daemoneye.app.welcome.WelcomeViewModel;
import daemoneye.app.welcome.view.WelcomeView;

import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The window: rail, header, the page somebody is on, status bar. FX thread.
public final class ShellView {
    private final ShellViewModel model;
    private final ProfilesViewModel profiles;
    private final Node fleetPage;
    private final OnDemand<Node> side;
    private final OnDemand<Node> collectorPage;
    private final OnDemand<Node> callsPage;
    private final OnDemand<Node> auditPage;
    private final OnDemand<Node> settingsPage;
    private final Overlays overlays;
    private final Subscription following;
    @FXML private StackPane layers;
    @FXML private ToggleButton fleetItem;
    @FXML private ToggleButton callsItem;
    @FXML private ToggleButton auditItem;
    @FXML private ToggleButton settingsItem;
    @FXML private HelpMenu helpItem;
    @FXML private ProfileMenu profile;
    @FXML private LinkBadge link;
    @FXML private TextField search;
    @FXML private HBox banner;
    @FXML private Label frozen;
    @FXML private Button giveUp;
    @FXML private Button again;
    @FXML private HBox notice;
    @FXML private Label noticeText;
    @FXML private Button noticeRead;
    @FXML private StackPane content;
    @FXML private VBox toasts;
    @FXML private Label commandsKey;
    @FXML private HBox status;
    @FXML private Label circuits;
    @FXML private Label summary;

    /// @param onTheme given the theme that a person wants, or empty for the other one
    public ShellView(
            ShellViewModel model,
            ProfilesViewModel profiles,
            AppearanceViewModel appearance,
            HelpViewModel help,
            WelcomeViewModel welcome,
            Consumer<Optional<Theme>> onTheme) {
        this.model = model;
        this.profiles = profiles;
        Fxml.load("shell", this);
        side = new OnDemand<>(this::side);
        var fleet = new FleetView(model.fleet(), side, this::openCollector);
        fleet.use(
                new FleetActions(
                        model.acting().guard(), model.detail().lockedProperty(), fleet::chooseOne));
        fleetPage = fleet.root();
        collectorPage = new OnDemand<>(this::collectorPage);
        callsPage = new OnDemand<>(this::callsPage);
        status.getChildren().add(1, results("status-results"));
        auditPage =
                new OnDemand<>(() -> new AuditView(model.audit(), new SaveDialog(layers)).root());
        var messages = new ActionToasts(toasts, model.acting().guard(), model.operations());
        settingsPage = new OnDemand<>(() -> new SettingsPage(appearance).root());
        overlays = new Overlays(layers);
        var acting = model.acting();
        var _ = new ShutdownView(acting.shutdown(), overlays);
        var _ = new BulkView(acting.bulk(), overlays, new SaveDialog(layers));
        var _ = new RolloutView(acting.rollouts(), overlays, new SaveDialog(layers));
        var _ = new ConfigView(acting.config(), overlays, new SystemFiles(layers));
        var _ = new GuardView(acting.guard(), overlays);
        var _ = new QuitView(acting.quit(), overlays);
        var frame = new ProfilesView(profiles, layers, overlays);
        var sheets = new HelpView(help, overlays, new BundleChooser(layers));
        var greeting = new WelcomeView(welcome, overlays);
        following =
                Subscription.combine(
                        profile.use(profiles),
                        frame::leave,
                        sheets::leave,
                        greeting::leave,
                        messages::leave,
                        help.noticeProperty().subscribe(this::tell));
        noticeRead.setOnAction(_ -> help.read());
        var keyboard =
                new Keyboard(
                        model,
                        overlays,
                        search,
                        onTheme,
                        this::showProfiles,
                        messages::pressNewest);
        keyboard.listenOn(layers);
        helpItem.use(help, keyboard::keys);
        model.pageProperty().subscribe(this::turnTo);
    }

    private Node side() {
        return new DetailView(model.detail(), this::act, DetailView.Width.NARROW).root();
    }

    private Node collectorPage() {
        Runnable back = () -> model.pageProperty().set(new Page.Fleet());
        return new CollectorPage(model.detail(), this::act, back, this::openAudit).root();
    }

    private Node callsPage() {
        var calls = new CallsView(new CallsViewModel(model.operations()), this::openOperation);
        calls.add(results("calls-results"));
        return calls.root();
    }

    /// Makes what the first picture did not need, piece by piece, so that nobody waits for it
    /// later.
    public void prepare() {
        for (var each : List.of(side, collectorPage, callsPage, auditPage, settingsPage)) {
            FxThread.run(each::get);
        }
    }

    /// Another view takes its place.
    public void leave() {
        following.unsubscribe();
    }

    /// Whether a dialog is open.
    public boolean isAsking() {
        return overlays.isOpen();
    }

    public StackPane root() {
        return layers;
    }

    @FXML
    private void initialize() {
        model.linkProperty().subscribe(line -> link.show(line.link(), line.word(), line.detail()));
        search.textProperty().bindBidirectional(model.fleet().searchProperty());
        frozen.textProperty().bind(model.frozenProperty());
        banner.visibleProperty().bind(model.frozenProperty().isNotEmpty());
        banner.managedProperty().bind(banner.visibleProperty());
        model.wayProperty().subscribe(this::offer);
        summary.textProperty().bind(model.summaryProperty());
        // It gives way to what is under way.
        WholeText.of(summary).setMinWidth(0);
        HBox.setHgrow(summary, Priority.SOMETIMES);
        circuits.textProperty().bind(model.operations().breakers().summaryProperty());
        status.getChildren()
                .addFirst(
                        new StatusLine(
                                model.operations(),
                                () -> model.pageProperty().set(new Page.Calls())));
        fleetItem.setOnAction(click -> model.pageProperty().set(new Page.Fleet()));
        callsItem.setOnAction(click -> model.pageProperty().set(new Page.Calls()));
        auditItem.setOnAction(click -> model.pageProperty().set(new Page.Audit("")));
        settingsItem.setOnAction(click -> model.pageProperty().set(new Page.Settings()));
        commandsKey.setText(Command.PALETTE.keyLabel());
    }

    private void tell(String sentence) {
        noticeText.setText(sentence);
        notice.setVisible(!sentence.isEmpty());
        notice.setManaged(notice.isVisible());
    }

    private void offer(LinkWay way) {
        giveUp.setVisible(way == LinkWay.GIVE_UP);
        again.setVisible(way == LinkWay.AGAIN);
        giveUp.setManaged(giveUp.isVisible());
        again.setManaged(again.isVisible());
    }

    @FXML
    private void stopWaiting() {
        profiles.giveUp();
    }

    @FXML
    private void connectAgain() {
        profiles.choose(profiles.currentProperty().get());
    }

    @FXML
    private void showPalette() {
        model.palette().show();
    }

    private void showProfiles() {
        profile.requestFocus();
        profile.show();
    }

    private ResultsMenu results(String id) {
        var acting = model.acting();
        var menu = new ResultsMenu();
        menu.add(acting.bulk().runs(), acting.bulk()::reopen);
        menu.add(acting.rollouts().runs(), acting.rollouts()::reopen);
        menu.setId(id);
        menu.getStyleClass().addAll("quiet", "compact");
        return menu;
    }

    private void turnTo(Page page) {
        content.getChildren()
                .setAll(
                        switch (page) {
                            case Page.Fleet() -> fleetPage;
                            case Page.Collector(var _) -> collectorPage.get();
                            case Page.Calls() -> callsPage.get();
                            case Page.Audit(var _) -> auditPage.get();
                            case Page.Settings() -> settingsPage.get();
                        });
        fleetItem.setSelected(page instanceof Page.Fleet || page instanceof Page.Collector);
        auditItem.setSelected(page instanceof Page.Audit);
        callsItem.setSelected(page instanceof Page.Calls);
        settingsItem.setSelected(page instanceof Page.Settings);
    }

    private void act(CollectorAction action) {
        model.acting().guard().request(action, List.of(model.detail().idProperty().get()));
    }

    private void openCollector(String id) {
        model.pageProperty().set(new Page.Collector(id));
    }

    private void openAudit(String collector) {
        model.pageProperty().set(new Page.Audit("collector:" + collector));
    }

    /// A shutdown under way gets its dialog back; anything else leads to its collector.
    private void openOperation(OperationViewModel operation) {
        if (!model.acting().shutdown().reopen(operation.collector())) {
            openCollector(operation.collector());
        }
    }
}
