package daemoneye.app;

import daemoneye.app.backend.Backend;
import daemoneye.app.controls.Theme;
import daemoneye.app.dashboard.CollectorRowViewModel;
import daemoneye.app.fx.FxThread;
import daemoneye.app.launch.display.Display;
import daemoneye.app.launch.window.ConsoleWindow;
import daemoneye.app.sample.ClickWatch;
import daemoneye.app.sample.StallWatch;
import daemoneye.rpc.protocol.time.SystemTicker;
import daemoneye.rpc.transport.auth.Admission;

import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/// How long a person waits for the console to react, while a fleet beats: a real broker and 500
/// scripted collectors in another process, the real window here, and clicks and keys through the
/// robot of the platform. From the press to the frame that shows the reaction, painted; and how
/// long the FX thread was ever kept from its work. A program, not a test: it prints what it
/// measured.
///
/// Arguments: collectors (500), rounds (20). On the display there is, or in memory.
public final class ClickBench {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    private final SystemTicker ticker;
    private final ClickWatch clicks;
    private final Stage stage;
    private final Scene scene;
    private final ConsoleWindow window;

    private ClickBench(SystemTicker ticker, Backend backend) {
        this.ticker = ticker;
        window = new ConsoleWindow(named(backend), WIDTH, HEIGHT, Theme.DARK);
        scene = window.scene();
        stage = new Stage();
        stage.setScene(scene);
        stage.show();
        clicks = new ClickWatch(scene, ticker);
    }

    public static void main(String[] args) throws Exception {
        int collectors = args.length > 0 ? Integer.parseInt(args[0]) : 500;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        var home = Files.createTempDirectory("daemoneye-bench-");
        if (System.getenv("DISPLAY") == null) {
            Display.doWithout();
        }
        var fleet = fleet(home, collectors);
        try (var ticker = new SystemTicker("bench")) {
            Display.startToolkit();
            var address = BenchFleet.places(home.toString()).defaultAddress();
            try (var backend = Backends.at(address, Admission.USUAL)) {
                await(ticker, () -> beating(backend) >= collectors, "the fleet");
                var bench =
                        CompletableFuture.supplyAsync(
                                        () -> new ClickBench(ticker, backend), FxThread::run)
                                .get();
                bench.run(rounds);
            }
        } finally {
            fleet.getOutputStream().close();
            fleet.waitFor();
            Platform.exit();
        }
    }

    // Its usual name is its address, which is a path as long as the folder for temporary files.
    private static Backend named(Backend any) {
        return new Backend(
                "bench",
                any.clientId(),
                any.caller(),
                any.resilience(),
                any.fleet(),
                any.ticker(),
                () -> {});
    }

    private static long beating(Backend backend) {
        return backend.fleet().snapshot().collectors().stream()
                .filter(each -> each.beats().size() > 2)
                .count();
    }

    private static Process fleet(Path home, int collectors) throws IOException {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx1g",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchFleet.class.getName(),
                        home.toString(),
                        Integer.toString(collectors));
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.inputReader().readLine();
        return process;
    }

    private static void await(SystemTicker ticker, BooleanSupplier condition, String what)
            throws InterruptedException {
        long since = ticker.nanos();
        while (!condition.getAsBoolean()) {
            if (ticker.since(since).compareTo(PATIENCE) > 0) {
                throw new IllegalStateException(what + " did not come");
            }
            ticker.pause(Duration.ofMillis(50));
        }
    }

    private void run(int rounds) throws Exception {
        clicks.until(() -> rows() > 0);
        try (var stalls = new StallWatch(ticker)) {
            ticker.pause(Duration.ofSeconds(10));
            System.out.println("nobody clicks, for 10 s:");
            System.out.println(stalls.tell());
            clicks.forget();
            round(0);
            System.out.println("first round, every page and dialog for the first time:");
            clicks.tell();
            System.out.println(stalls.tell());
            clicks.forget();
            for (int at = 1; at <= rounds; at++) {
                round(at);
            }
            System.out.println(rounds + " more rounds:");
            clicks.tell();
            System.out.println(stalls.tell());
        }
        CompletableFuture.runAsync(
                        () -> {
                            window.close();
                            stage.hide();
                        },
                        FxThread::run)
                .get();
    }

    /// Everything once that a person does all day, and one of each dialog.
    private void round(int at) throws Exception {
        var id = "web-%04d".formatted(at % 8);
        clicks.click("select a row", () -> row(id), () -> selected(id));
        clicks.click("pause", () -> node("#act-Pause"), () -> dead("#act-Pause"));
        clicks.until(() -> alive("#act-Resume"));
        clicks.click("resume", () -> node("#act-Resume"), () -> dead("#act-Resume"));
        clicks.until(() -> alive("#act-Pause"));
        clicks.click("ask for a stop", () -> node("#act-Stop"), () -> shown("#ask-cancel"));
        clicks.key("close the question", () -> !shown(".scrim"), KeyCode.ESCAPE);
        clicks.click("open the settings", () -> node("#act-UpdateConfig"), () -> shown(".scrim"));
        clicks.until(() -> shown("#config-find"));
        clicks.key("close the settings", () -> !shown(".scrim"), KeyCode.ESCAPE);
        sort("#column-cpu");
        sort("#column-collector");
        filter();
        search();
        pages(id);
        clicks.key("command line", () -> shown("#palette-line"), KeyCode.CONTROL, KeyCode.K);
        clicks.key("close the line", () -> !shown(".scrim"), KeyCode.ESCAPE);
    }

    private void sort(String column) throws Exception {
        var before = new Object[1];
        clicks.click(
                "sort",
                () -> {
                    before[0] = order();
                    return node(column);
                },
                () -> !order().equals(before[0]));
        // Back to no order at all, so that rows are where the next round looks for them.
        clicks.onFx(() -> table().getSortOrder().clear());
    }

    private void filter() throws Exception {
        clicks.click("filter", () -> node("#chip-failed"), () -> on("#chip-failed") && rows() == 0);
        clicks.click("filter", () -> node("#chip-failed"), () -> rows() > 0);
    }

    private void search() throws Exception {
        clicks.key("go to the search", () -> node("#search").isFocused(), KeyCode.SLASH);
        for (var key : List.of(KeyCode.DIGIT1, KeyCode.DIGIT2)) {
            int before = text().length();
            clicks.key("type a letter", () -> text().length() > before, key);
        }
        clicks.key("take a letter back", () -> text().length() == 1, KeyCode.BACK_SPACE);
        clicks.key("take a letter back", () -> text().isEmpty(), KeyCode.BACK_SPACE);
    }

    private void pages(String id) throws Exception {
        clicks.click("go to a page", () -> node("#rail-calls"), () -> shown("#calls-table"));
        clicks.click("go to a page", () -> node("#rail-audit"), () -> shown("#audit-table"));
        clicks.click("go to a page", () -> node("#rail-settings"), () -> on("#rail-settings"));
        clicks.click("go to a page", () -> node("#rail-fleet"), () -> rows() > 0);
        clicks.click("select a row", () -> row(id), () -> selected(id));
        clicks.key("open a collector", () -> shown("#back"), KeyCode.ENTER);
        clicks.key("back to the fleet", () -> !shown("#back"), KeyCode.ESCAPE);
    }

    private Node node(String query) {
        var found = scene.lookup(query);
        if (found == null) {
            throw new IllegalStateException(query + " is not there");
        }
        return found;
    }

    private boolean shown(String query) {
        var found = scene.lookup(query);
        return found != null && found.isVisible();
    }

    private boolean alive(String query) {
        return shown(query) && !node(query).isDisabled();
    }

    private boolean dead(String query) {
        return !alive(query);
    }

    private boolean on(String query) {
        return node(query) instanceof ToggleButton toggle && toggle.isSelected();
    }

    private String text() {
        return ((TextField) node("#search")).getText();
    }

    @SuppressWarnings("unchecked")
    private TableView<CollectorRowViewModel> table() {
        return (TableView<CollectorRowViewModel>) node("#fleet-table");
    }

    private int rows() {
        return table().getItems().size();
    }

    private Object order() {
        return table().getSortOrder().stream()
                .map(each -> each.getId() + each.getSortType())
                .toList();
    }

    private boolean selected(String id) {
        return ((TableRow<?>) row(id)).isSelected();
    }

    private Node row(String id) {
        return scene.getRoot().lookupAll(".table-row-cell").stream()
                .filter(each -> each instanceof TableRow<?> row && is(row, id))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no row shows " + id));
    }

    private static boolean is(TableRow<?> row, String id) {
        return row.getItem() instanceof CollectorRowViewModel model && model.id().equals(id);
    }
}
