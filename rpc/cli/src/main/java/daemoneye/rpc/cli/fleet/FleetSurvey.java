package daemoneye.rpc.cli.fleet;

import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CollectorListing;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// The fleet at one moment, found out by asking: agents list their collectors, and each collector
/// answers a health check. When all are well that takes two round trips, so nobody has to wait for
/// heartbeats. Only if one is silent it is asked again, while its heartbeats are awaited for three
/// intervals, before it is called unresponsive.
final class FleetSurvey {
    /// The least that a health check may take.
    static final Duration PROBE = Duration.ofSeconds(1);

    private static final int SILENT_INTERVALS = 3;

    private final Conversation talk;
    private final Ticker ticker;
    private final BeatLog beats;

    /// @param beats that listens since before the survey
    FleetSurvey(Conversation talk, Ticker ticker, BeatLog beats) {
        this.talk = talk;
        this.ticker = ticker;
        this.beats = beats;
    }

    /// All collectors, by id.
    ///
    /// @param listings what the agents said
    List<CollectorRow> rows(List<CollectorListing> listings) {
        var infos =
                listings.stream()
                        .flatMap(listing -> listing.collectors().stream())
                        .sorted(Comparator.comparing(CollectorInfo::collectorId))
                        .toList();
        var probings = probe(infos.stream().filter(FleetSurvey::shouldAnswer).toList());
        var silent =
                infos.stream()
                        .filter(each -> probings.get(each.collectorId()) instanceof Probing.Silent)
                        .toList();
        if (!silent.isEmpty()) {
            probings.putAll(probe(silent));
            awaitSilence();
        }
        return infos.stream().map(info -> RowVerdict.row(info, probings, beats)).toList();
    }

    private static boolean shouldAnswer(CollectorInfo info) {
        return info.state().hasProcess() && info.state() != ProcessState.STARTING;
    }

    private Map<CollectorId, Probing> probe(List<CollectorInfo> infos) {
        var calls = new LinkedHashMap<CollectorId, CompletableFuture<CallOutcome>>();
        infos.forEach(info -> calls.put(info.collectorId(), check(info.collectorId())));
        var probings = new LinkedHashMap<CollectorId, Probing>();
        calls.forEach((id, call) -> probings.put(id, Probing.of(call.join())));
        return probings;
    }

    private CompletableFuture<CallOutcome> check(CollectorId id) {
        return talk.link()
                .caller()
                .call(
                        talk.request(
                                CollectorOperation.HEALTH_CHECK,
                                CollectorTopics.heartbeat(id),
                                new EmptyPayload(),
                                PROBE));
    }

    private void awaitSilence() {
        var left = beats.interval().multipliedBy(SILENT_INTERVALS).minus(beats.listened());
        var over = new CompletableFuture<Boolean>();
        var alarm = ticker.after(left, () -> over.complete(true));
        over.join();
        alarm.cancel();
    }
}
