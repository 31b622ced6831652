package daemoneye.app.sample;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.guard.Guard;
import daemoneye.app.guard.Intent;
import daemoneye.app.guard.Protection;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.protocol.time.SystemTicker;

import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How long the guard takes to decide on many collectors at once: half of a fleet is to be shut
/// down. A program; it tells the median and the longest of twenty, after ten that do not count.
public final class GuardBench {
    private static final int WARM_UP = 10;
    private static final int TIMES = 20;

    private GuardBench() {}

    public static void main(String[] args) {
        var log = LoggerFactory.getLogger(GuardBench.class);
        try (var ticker = new SystemTicker("bench")) {
            for (int targets : List.of(500, 1000, 2000, 4000)) {
                long[] micros = measure(targets, ticker);
                log.info(
                        "{} targets of {} collectors: median {} us, longest {} us",
                        targets,
                        2 * targets,
                        micros[TIMES / 2],
                        micros[TIMES - 1]);
            }
        }
    }

    private static long[] measure(int targets, SystemTicker ticker) {
        var all = new ArrayList<CollectorView>();
        for (int at = 0; at < 2 * targets; at++) {
            all.add(SampleFleet.healthy("c-" + at, "kind-" + at, "host-" + at, "events"));
        }
        var fleet = SampleFleet.connected(true, all);
        var ids = all.stream().limit(targets).map(each -> each.id().text()).toList();
        long[] micros = new long[TIMES];
        for (int at = -WARM_UP; at < TIMES; at++) {
            long began = ticker.nanos();
            var _ =
                    Guard.decide(
                            new Intent(CollectorAction.SHUT_DOWN, ids), fleet, Protection.OPEN);
            if (at >= 0) {
                micros[at] = Duration.ofNanos(ticker.nanos() - began).toNanos() / 1000;
            }
        }
        Arrays.sort(micros);
        return micros;
    }
}
