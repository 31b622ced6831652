package daemoneye.app.sample;

import daemoneye.app.backend.Backend;
import daemoneye.app.launch.display.Display;
import daemoneye.app.launch.window.ConsoleWindow;
import daemoneye.app.profile.Profile;
import daemoneye.app.profile.ProfilesViewModel;
import daemoneye.app.settings.AppearanceViewModel;
import daemoneye.app.settings.ConsoleSettings;
import daemoneye.app.settings.LanguageChoice;
import daemoneye.app.settings.MotionChoice;
import daemoneye.app.settings.ThemeChoice;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcResponse;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.topic.Topic;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// A window on a fleet made by hand and a time that moves only when told to, for tests that press
/// its buttons as a person would.
public final class SampleWindow {
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 700;

    private final FxRobot robot = OneRobot.robot();
    private final FakeTicker ticker = new FakeTicker();
    private final ScriptedCaller caller = new ScriptedCaller();
    private final ScriptedResilience resilience = new ScriptedResilience();
    private final SampleFleet fleet = new SampleFleet();
    private final AtomicReference<ConsoleWindow> window = new AtomicReference<>();
    private final AtomicReference<ConsoleSettings> remembered =
            new AtomicReference<>(ConsoleSettings.standard());
    private final AppearanceViewModel appearance =
            new AppearanceViewModel(
                    LanguageChoice.ENGLISH,
                    ThemeChoice.DARK,
                    MotionChoice.SYSTEM,
                    remembered::updateAndGet);
    private final AtomicReference<Stage> stage = new AtomicReference<>();
    private List<CollectorView> shown = List.of();

    public void open() throws Exception {
        open(Optional.empty());
    }

    /// @param hostedAgent the agent that ends with the window
    public void open(Optional<String> hostedAgent) throws Exception {
        Display.doWithout();
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupFixture(
                () -> {
                    window.set(
                            new ConsoleWindow(
                                    new Backend(
                                            "this machine",
                                            "console@test",
                                            caller,
                                            resilience,
                                            fleet,
                                            ticker,
                                            () -> hostedAgent,
                                            () -> {}),
                                    ProfilesViewModel.only(Profile.here()),
                                    WIDTH,
                                    HEIGHT,
                                    appearance));
                    stage.set(new Stage());
                    stage.get().setScene(window.get().scene());
                    stage.get().show();
                });
    }

    /// Opens on the page of "one", a healthy process monitor; "two" is another.
    public void openOnOne() throws Exception {
        open();
        show(
                SampleFleet.connected(
                        true,
                        List.of(
                                SampleFleet.healthy("one", "process-monitor", "web-01", "process"),
                                SampleFleet.healthy(
                                        "two", "process-monitor", "web-02", "process"))));
        select("one");
    }

    public void close() throws Exception {
        FxToolkit.setupFixture(
                () -> {
                    window.get().close();
                    stage.get().hide();
                });
    }

    public void show(FleetSnapshot snapshot) {
        shown = snapshot.collectors();
        fleet.show(snapshot);
        settle();
    }

    public void cutOff() {
        fleet.show(SampleFleet.cutOff(shown));
        settle();
    }

    public void reconnect() {
        fleet.show(SampleFleet.connected(true, shown));
        settle();
    }

    /// One collector changes its state.
    public void state(String id, ProcessState state) {
        var changed = new ArrayList<CollectorView>();
        for (var view : shown) {
            changed.add(view.id().text().equals(id) ? as(view, state) : view);
        }
        show(SampleFleet.connected(true, changed));
    }

    private static CollectorView as(CollectorView view, ProcessState state) {
        var liveness = state.hasProcess() ? Liveness.LIVE : Liveness.DOWN;
        return SampleFleet.as(
                SampleFleet.collector(view.id().text(), state, liveness, HealthStatus.HEALTHY),
                view.info().collectorType(),
                view.info().host(),
                view.info().eventTypes().getFirst());
    }

    /// So many good beats of a collector come, which name the version of its configuration.
    public void beat(String id, long version, int beats) {
        show(
                SampleFleet.connected(
                        true,
                        shown.stream()
                                .map(
                                        view ->
                                                view.id().text().equals(id)
                                                        ? SampleFleet.later(view, version, beats)
                                                        : view)
                                .toList()));
    }

    /// Opens the page of a collector, where its buttons are.
    public void select(String id) {
        robot.interact(() -> window.get().open(new daemoneye.app.shell.Page.Collector(id)));
        settle();
    }

    public void advance(Duration time) {
        ticker.advance(time);
        settle();
    }

    public void click(String query) {
        if (!node(query).isVisible() || node(query).isDisabled()) {
            throw new AssertionError(query + " cannot be clicked");
        }
        var bounds = bounds(query);
        clickAt(new Point2D(bounds.getCenterX(), bounds.getCenterY()));
    }

    /// Clicks at a point of the scene.
    public void clickAt(Point2D point) {
        var origin = node(".profile-frame").localToScreen(0, 0);
        robot.clickOn(origin.add(point), MouseButton.PRIMARY);
        settle();
    }

    public void press(KeyCode... keys) {
        robot.push(keys);
        settle();
    }

    public void hold(KeyCode key) {
        robot.press(key);
        settle();
    }

    public void letGo(KeyCode key) {
        robot.release(key);
        settle();
    }

    public void write(String text) {
        robot.write(text, 0);
        settle();
    }

    public void focus(String query) {
        robot.interact(node(query)::requestFocus);
    }

    /// Puts a button at this point of the scene that does what another one does.
    public void standIn(String query, Point2D point) {
        var twin = (Button) node(query);
        robot.interact(
                () -> {
                    var button = new Button("here");
                    button.setOnAction(_ -> twin.fire());
                    button.setManaged(false);
                    button.resizeRelocate(point.getX() - 40, point.getY() - 15, 80, 30);
                    ((Pane) window.get().scene().getRoot()).getChildren().add(button);
                });
        settle();
    }

    /// Runs on the FX thread, and waits.
    public void interact(Runnable task) {
        robot.interact(task);
        settle();
    }

    public boolean has(String query) {
        return robot.lookup(query).tryQuery().isPresent();
    }

    public Node node(String query) {
        return robot.lookup(query)
                .match((Node each) -> window.get().scene().equals(each.getScene()))
                .query();
    }

    /// What a label says.
    public String text(String query) {
        return ((Label) node(query)).getText();
    }

    /// Every node that fits, in order.
    public List<Node> all(String query) {
        return List.copyOf(robot.lookup(query).queryAll());
    }

    public Node focused() {
        return window.get().scene().getFocusOwner();
    }

    /// In the scene.
    public Bounds bounds(String query) {
        var node = node(query);
        var bounds = node.localToScene(node.getBoundsInLocal());
        return new BoundingBox(
                bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
    }

    public Point2D centre(String query) {
        var bounds = bounds(query);
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    /// "Stop one" for each call that was sent, in order.
    public List<String> asked() {
        return caller.asked().stream()
                .map(each -> each.request().operation() + " " + last(each.request().target()))
                .toList();
    }

    private static String last(Topic topic) {
        return topic.text().substring(topic.text().lastIndexOf('.') + 1);
    }

    public ScriptedCaller caller() {
        return caller;
    }

    /// What the caller does of its own accord.
    public ScriptedResilience resilience() {
        return resilience;
    }

    public FakeTicker ticker() {
        return ticker;
    }

    /// What a person chose on the page of settings.
    public ConsoleSettings remembered() {
        return remembered.get();
    }

    public AppearanceViewModel appearance() {
        return appearance;
    }

    public ConsoleWindow window() {
        return window.get();
    }

    /// Ends a call well.
    public void succeed(int call) {
        succeed(call, Optional.empty());
    }

    public void succeed(int call, Optional<RpcPayload> payload) {
        end(
                call,
                new CallOutcome.Done(
                        response(call, RpcStatus.SUCCESS, payload), Duration.ofMillis(840)));
    }

    public void fail(int call, RpcError error) {
        end(call, new CallOutcome.Failed(RpcStatus.ERROR, error, Duration.ofMillis(4)));
    }

    public void end(int call, CallOutcome outcome) {
        caller.asked().get(call).outcome().complete(outcome);
        settle();
    }

    /// Ends every call that is under way well.
    public void endCalls() {
        for (int call = 0; call < caller.asked().size(); call++) {
            if (!caller.asked().get(call).outcome().isDone()) {
                succeed(call);
            }
        }
    }

    /// A report on the way.
    public void report(int call, RpcPayload payload) {
        caller.asked()
                .get(call)
                .onProgress()
                .accept(response(call, RpcStatus.IN_PROGRESS, Optional.of(payload)));
        settle();
    }

    private RpcResponse response(int call, RpcStatus status, Optional<RpcPayload> payload) {
        return new RpcResponse(
                caller.asked().get(call).request().requestId(),
                "agent-web",
                status,
                payload,
                12,
                0,
                ticker.now(),
                Optional.empty());
    }

    public void settle() {
        WaitForAsyncUtils.waitForFxEvents();
    }
}
