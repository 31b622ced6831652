package daemoneye.app.sample;

import daemoneye.app.backend.Backend;
import daemoneye.app.controls.Theme;
import daemoneye.app.fx.FxThread;
import daemoneye.app.fx.PngFile;
import daemoneye.app.launch.window.ConsoleWindow;
import daemoneye.app.shell.Page;
import daemoneye.app.text.Language;
import daemoneye.rpc.client.call.resilience.Resilience;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.time.SystemTicker;

import javafx.application.Platform;
import javafx.scene.image.WritableImage;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/// Renders the window on a fleet made by hand, every state of a row in it, into a folder. A program
/// for those who change the looks; run it with `-Dglass.platform=Headless -Dprism.order=sw`.
public final class ShellGallery {
    private static final Duration SETTLE = Duration.ofMillis(1200);

    private final SystemTicker ticker = new SystemTicker("gallery");
    private final Path folder;

    private ShellGallery(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Platform.startup(() -> Platform.setImplicitExit(false));
        if (args.length > 1) {
            Language.parse(args[1]).ifPresent(Language::use);
        }
        var gallery = new ShellGallery(Path.of(args[0]));
        for (var theme : Theme.values()) {
            var name = theme.name().toLowerCase(Locale.ROOT);
            gallery.take(
                    "fleet-" + name, theme, everyState(), new Page.Fleet(), "procmond-b", 1440);
            gallery.take(
                    "page-" + name, theme, everyState(), new Page.Collector("failed"), "", 1440);
        }
        gallery.take("small", Theme.DARK, everyState(), new Page.Fleet(), "", 1024);
        gallery.take("small-side", Theme.DARK, everyState(), new Page.Fleet(), "failed", 1024);
        gallery.take("large", Theme.DARK, everyState(), new Page.Fleet(), "procmond-a", 1920);
        gallery.take("settings", Theme.DARK, everyState(), new Page.Settings(), "", 1024);
        gallery.take("settings-light", Theme.LIGHT, everyState(), new Page.Settings(), "", 1440);
        gallery.take(
                "page-small", Theme.DARK, everyState(), new Page.Collector("failed"), "", 1024);
        gallery.take("calls", Theme.DARK, everyState(), new Page.Calls(), "", 1440);
        gallery.take(
                "loading",
                Theme.DARK,
                SampleFleet.connected(false, List.of()),
                new Page.Fleet(),
                "",
                1440);
        gallery.take(
                "empty",
                Theme.LIGHT,
                SampleFleet.connected(true, List.of()),
                new Page.Fleet(),
                "",
                1440);
        gallery.take(
                "cut-off",
                Theme.DARK,
                SampleFleet.cutOff(everyState().collectors()),
                new Page.Fleet(),
                "",
                1440);
        Platform.exit();
        gallery.ticker.close();
    }

    static FleetSnapshot everyState() {
        return SampleFleet.connected(
                true,
                List.of(
                        running("procmond-a", Liveness.LIVE, HealthStatus.HEALTHY),
                        running("procmond-b", Liveness.LIVE, HealthStatus.DEGRADED),
                        running("netmond-c", Liveness.LIVE, HealthStatus.UNHEALTHY),
                        running("fsmond-d", Liveness.SUSPECT, HealthStatus.HEALTHY),
                        running("perfmond-e", Liveness.UNRESPONSIVE, HealthStatus.UNRESPONSIVE),
                        other("starting", ProcessState.STARTING),
                        other("paused", ProcessState.PAUSED),
                        other("stopping", ProcessState.STOPPING),
                        other("stopped", ProcessState.STOPPED),
                        other("failed", ProcessState.FAILED),
                        other("quarantined", ProcessState.QUARANTINED)));
    }

    private static CollectorView running(String id, Liveness liveness, HealthStatus health) {
        return SampleFleet.collector(id, ProcessState.RUNNING, liveness, health);
    }

    private static CollectorView other(String id, ProcessState state) {
        var liveness = state.hasProcess() ? Liveness.LIVE : Liveness.DOWN;
        return SampleFleet.collector(id, state, liveness, HealthStatus.UNKNOWN);
    }

    private void take(
            String name, Theme theme, FleetSnapshot snapshot, Page page, String select, int width)
            throws Exception {
        var fleet = new SampleFleet();
        var taken = new CompletableFuture<WritableImage>();
        FxThread.run(
                () -> {
                    var backend =
                            new Backend(
                                    "this machine",
                                    "console@test",
                                    new ScriptedCaller(),
                                    Resilience.NONE,
                                    fleet,
                                    ticker,
                                    () -> {});
                    int height = width == 1024 ? 700 : width * 10 / 16;
                    var window = new ConsoleWindow(backend, width, height, theme);
                    fleet.show(snapshot);
                    window.select(select);
                    window.open(page);
                    ticker.after(
                            SETTLE,
                            () ->
                                    FxThread.run(
                                            () -> taken.complete(window.scene().snapshot(null))));
                });
        PngFile.write(taken.join(), folder.resolve(name + ".png"));
    }
}
