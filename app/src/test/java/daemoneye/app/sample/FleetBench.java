package daemoneye.app.sample;

import daemoneye.app.backend.Backend;
import daemoneye.app.controls.Theme;
import daemoneye.app.fx.FxThread;
import daemoneye.app.launch.display.Display;
import daemoneye.app.launch.window.ConsoleWindow;
import daemoneye.rpc.client.call.resilience.Resilience;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.time.SystemTicker;

import javafx.application.Platform;
import javafx.stage.Stage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/// What one snapshot costs the window: so many collectors, all with another beat, shown and laid
/// out on the FX thread. A program, not a test: it prints the processor time of the two threads
/// that make the picture. Arguments: collectors (2,000), snapshots (60).
public final class FleetBench {
    private static final int BEATS = 300;

    private FleetBench() {}

    public static void main(String[] args) throws Exception {
        int collectors = args.length > 0 ? Integer.parseInt(args[0]) : 2000;
        int snapshots = args.length > 1 ? Integer.parseInt(args[1]) : 60;
        if (System.getenv("DISPLAY") == null) {
            Display.doWithout();
        }
        try (var ticker = new SystemTicker("bench")) {
            Display.startToolkit();
            var fleet = new SampleFleet();
            CompletableFuture.runAsync(() -> open(fleet, ticker), FxThread::run).get();
            var views = views(collectors);
            var work = new ArrayList<Long>();
            var meter = new WindowWork();
            for (int at = 0; at < snapshots; at++) {
                views = views.stream().map(each -> SampleFleet.later(each, 7, 1)).toList();
                var next = SampleFleet.connected(true, views);
                work.add(shown(fleet, next, meter, ticker));
                if (at == snapshots / 2) {
                    System.out.println("  cold  " + Quantiles.of(work));
                    work.clear();
                }
            }
            System.out.println("  warm  " + Quantiles.of(work));
            Platform.exit();
        }
    }

    private static void open(SampleFleet fleet, SystemTicker ticker) {
        var backend =
                new Backend(
                        "here",
                        "bench",
                        new ScriptedCaller(),
                        Resilience.NONE,
                        fleet,
                        ticker,
                        () -> {});
        var stage = new Stage();
        stage.setScene(new ConsoleWindow(backend, 1440, 900, Theme.DARK).scene());
        stage.show();
    }

    private static List<CollectorView> views(int collectors) {
        var first =
                SampleFleet.later(
                        SampleFleet.collector(
                                "web-0000",
                                ProcessState.RUNNING,
                                Liveness.LIVE,
                                HealthStatus.HEALTHY),
                        7,
                        BEATS - 41);
        return IntStream.range(0, collectors)
                .mapToObj(at -> SampleFleet.named(first, "web-%04d".formatted(at)))
                .toList();
    }

    private static long shown(
            SampleFleet fleet, FleetSnapshot next, WindowWork meter, SystemTicker ticker)
            throws Exception {
        ticker.pause(Duration.ofMillis(500));
        long before = meter.nanos();
        fleet.show(next);
        ticker.pause(Duration.ofMillis(500));
        return meter.nanos() - before;
    }
}
