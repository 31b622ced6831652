package daemoneye.rpc.agent.supervise.collector;

import static daemoneye.rpc.protocol.state.ProcessState.PAUSED;
import static daemoneye.rpc.protocol.state.ProcessState.RUNNING;
import static daemoneye.rpc.protocol.state.ProcessState.STOPPING;

import daemoneye.rpc.agent.supervise.StateBoard;
import daemoneye.rpc.agent.supervise.Surroundings;
import daemoneye.rpc.agent.supervise.start.Starts;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.payload.RegistrationRequest;

import java.util.Optional;

/// What processes say of themselves under the id of one collector; only the one that lives is
/// believed. Confined to the loop.
final class Voices {
    private final StateBoard board;
    private final Starts starts;
    private final Rivals rivals;

    Voices(StateBoard board, Surroundings around, Starts starts) {
        this.board = board;
        this.starts = starts;
        this.rivals = new Rivals(board, around);
    }

    /// @return a success if it is ours to look after
    Answer register(RegistrationRequest request) {
        if (board.standing().lives(request.incarnation())) {
            starts.registered(request);
            return Answer.done();
        }
        return board.standing()
                .life()
                .map(life -> Answer.failed(rivals.refuse(request, life)))
                .orElseGet(() -> starts.meet(request));
    }

    void goodBye(Incarnation incarnation, Optional<String> why) {
        if (board.standing().lives(incarnation) && board.state() != STOPPING) {
            starts.cancel("it said good-bye");
            board.become(STOPPING, why.orElse("it said good-bye"));
        }
    }

    void beat(HeartbeatData beat) {
        if (board.standing().lives(beat.incarnation())) {
            starts.beat(beat);
            showPaused(beat.paused());
        } else {
            board.standing().life().ifPresent(life -> rivals.beat(beat, life));
        }
    }

    void paused(Incarnation incarnation, boolean paused) {
        if (board.standing().lives(incarnation)) {
            showPaused(paused);
        }
    }

    private void showPaused(boolean paused) {
        if (board.state() == RUNNING && paused) {
            board.become(PAUSED);
        } else if (board.state() == PAUSED && !paused) {
            board.become(RUNNING);
        }
    }
}
