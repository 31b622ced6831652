package daemoneye.rpc.agent.supervise.collector;

import static daemoneye.rpc.agent.supervise.StateBoard.Subject.CONFLICT;

import daemoneye.rpc.agent.supervise.Life;
import daemoneye.rpc.agent.supervise.StateBoard;
import daemoneye.rpc.agent.supervise.Surroundings;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.payload.RegistrationRequest;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;

/// Other processes under the id of one collector, while its own lives: a conflict that people are
/// told of. The rival is never touched; its registration is refused. Confined to the loop.
///
/// ```
///  none ──registers, or [BEATS] beats──► conflict, a remark on the state
///   ▲                                        │
///   └───── no beat for [PATIENCE] intervals ─┘
/// ```
final class Rivals {
    /// A single beat may have been on its way when its process ended.
    static final int BEATS = 2;

    /// Intervals without a beat until the rival is taken for gone.
    static final int PATIENCE = 3;

    private static final Duration UNTOLD_INTERVAL = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Rivals.class);

    private final StateBoard board;
    private final Surroundings around;
    private Optional<Incarnation> rival = Optional.empty();
    private int beats;
    private Ticker.Alarm forget = () -> {};

    Rivals(StateBoard board, Surroundings around) {
        this.board = board;
        this.around = around;
    }

    /// A beat that is not of the life we know.
    void beat(HeartbeatData beat, Life ours) {
        boolean same = rival.filter(beat.incarnation()::equals).isPresent();
        beats = same ? beats + 1 : 1;
        seen(beat.incarnation(), Duration.ofMillis(beat.intervalMs()));
        if (beats >= BEATS) {
            tell(ours, "");
        }
    }

    /// Another process introduces itself.
    ///
    /// @return why it is refused, with who holds the id
    RpcError refuse(RegistrationRequest request, Life ours) {
        seen(request.incarnation(), UNTOLD_INTERVAL);
        beats = BEATS;
        tell(ours, " (process %d on %s)".formatted(request.pid(), request.host()));
        var message =
                "%s is held by process %d on %s (incarnation %s, agent %s): end one of the two"
                        .formatted(
                                board.id(),
                                ours.process().pid(),
                                around.host(),
                                ours.incarnation(),
                                around.agentId());
        return RpcError.notExecuted(ErrorCode.COLLECTOR_ALREADY_RUNNING, message)
                .with("collector_id", ConfigValue.of(board.id().text()))
                .with("holder_pid", ConfigValue.of(ours.process().pid()))
                .with("holder_incarnation", ConfigValue.of(ours.incarnation().value()))
                .with("holder_host", ConfigValue.of(around.host()))
                .with("agent_id", ConfigValue.of(around.agentId()));
    }

    private void seen(Incarnation incarnation, Duration interval) {
        rival = Optional.of(incarnation);
        forget.cancel();
        forget =
                around.ticker()
                        .after(
                                interval.multipliedBy(PATIENCE),
                                () -> around.loop().execute(this::over));
    }

    private void over() {
        rival = Optional.empty();
        beats = 0;
        board.remark(CONFLICT, Optional.empty());
    }

    private void tell(Life ours, String where) {
        var sentence =
                "conflict: incarnation %s%s uses this id, too, beside %s (process %d): end one"
                        .formatted(
                                rival.map(Incarnation::toString).orElse("?"),
                                where,
                                ours.incarnation(),
                                ours.process().pid());
        if (!board.remarks(CONFLICT)) {
            LOG.warn("{}: {}", board.id(), sentence);
            board.remark(CONFLICT, Optional.of(sentence));
        }
    }
}
