package daemoneye.rpc.agent.supervise.collector;

import static daemoneye.rpc.protocol.state.ProcessState.FAILED;
import static daemoneye.rpc.protocol.state.ProcessState.STOPPED;

import daemoneye.rpc.agent.supervise.StateBoard;
import daemoneye.rpc.agent.supervise.start.Starts;
import daemoneye.rpc.agent.supervise.start.TakeOver;
import daemoneye.rpc.agent.supervise.stop.Stops;

/// What becomes of the process that an agent before us left of one collector. Confined to the loop.
final class Inheritance {
    private final StateBoard board;
    private final Starts starts;
    private final Stops stops;

    Inheritance(StateBoard board, Starts starts, Stops stops) {
        this.board = board;
        this.starts = starts;
        this.stops = stops;
    }

    void takeOver(TakeOver found) {
        if (isDown()) {
            starts.takeOver(found);
        }
    }

    void outlast(TakeOver found, boolean startAfter) {
        if (isDown()) {
            starts.outlast(found);
            stops.outlast(() -> after(startAfter));
        }
    }

    void vanished(String how) {
        if (isDown()) {
            board.become(FAILED, how);
        }
    }

    private boolean isDown() {
        return board.standing().life().isEmpty();
    }

    private void after(boolean startAfter) {
        if (startAfter) {
            starts.again();
        } else {
            board.become(STOPPED, "its agent was gone");
        }
    }
}
