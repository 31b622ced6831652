package daemoneye.rpc.client.fleet.live;

import daemoneye.rpc.client.fleet.BeatKind;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.client.fleet.record.Fleets;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.message.StateChange;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A fleet model on faked time, link and calls. Collectors beat once a second, at full seconds,
/// while a test lets them.
final class FleetScene {
    final FakeTicker ticker = new FakeTicker();
    final FakeConnection connection = new FakeConnection(ticker);
    final FakeCaller caller = new FakeCaller(ticker);
    final LiveFleetModel model;
    final List<FleetSnapshot> snapshots = new ArrayList<>();
    private final Map<CollectorId, Long> sequences = new HashMap<>();

    FleetScene() {
        model = LiveFleetModel.start(connection, caller, ticker, Runnable::run);
        var _ = model.watch(snapshots::add);
    }

    /// One agent with running collectors of incarnation 1, connected, two beats each.
    static FleetScene running(CollectorId... ids) {
        var scene = new FleetScene();
        var infos = new CollectorInfo[ids.length];
        for (int nth = 0; nth < ids.length; nth++) {
            infos[nth] = Fleets.info(ids[nth], ProcessState.RUNNING, 1);
        }
        scene.caller.agent("agent-1", infos);
        scene.connection.connect();
        scene.beatFor(2, ids);
        return scene;
    }

    /// Time passes; nobody beats.
    void pass(long millis) {
        ticker.advance(Duration.ofMillis(millis));
    }

    /// One second per beat, the beat at its end.
    void beatFor(int seconds, CollectorId... ids) {
        for (int second = 0; second < seconds; second++) {
            pass(1000);
            for (var id : ids) {
                beat(id);
            }
        }
    }

    /// The next beat of incarnation 1, now.
    void beat(CollectorId id) {
        beat(Fleets.beat(id, 1, next(id)));
    }

    long next(CollectorId id) {
        return sequences.merge(id, 1L, Long::sum);
    }

    void beat(HeartbeatData beat) {
        beat(beat, "collector#1");
    }

    void beat(HeartbeatData beat, String sender) {
        connection.deliver(
                CollectorTopics.ALL_HEARTBEATS,
                CollectorTopics.heartbeat(beat.collectorId()),
                beat,
                sender);
    }

    void told(CollectorInfo info) {
        connection.deliver(
                CollectorTopics.ALL_STATE_CHANGES,
                CollectorTopics.stateChange(info.collectorId()),
                new StateChange(info, ProcessState.RUNNING, ticker.now()),
                "agent-1#1");
    }

    FleetSnapshot snapshot() {
        return model.snapshot();
    }

    boolean knows(CollectorId id) {
        return snapshot().collectors().stream().anyMatch(each -> each.id().equals(id));
    }

    /// As the newest snapshot has it.
    CollectorView view(CollectorId id) {
        return snapshot().collectors().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not in the snapshot"));
    }

    List<BeatKind> bar(CollectorId id) {
        return view(id).beats().stream().map(each -> each.kind()).toList();
    }
}
