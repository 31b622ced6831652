package daemoneye.rpc.agent.supervise;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.StateChange;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.ProcessState;

import java.util.Optional;
import java.util.function.UnaryOperator;

/// Where the standing of one collector is written, by the loop only, and read by everybody.
public final class StateBoard {
    private final CollectorSpec spec;
    private final Surroundings around;
    private volatile Standing standing = Standing.unregistered();

    public StateBoard(CollectorSpec spec, Surroundings around) {
        this.spec = spec;
        this.around = around;
    }

    public CollectorId id() {
        return spec.id();
    }

    public CollectorSpec spec() {
        return spec;
    }

    public Standing standing() {
        return standing;
    }

    public ProcessState state() {
        return standing.state();
    }

    public CollectorInfo info() {
        return standing.info(spec, around.agentId(), around.host(), around.ticker());
    }

    /// A change that nobody is told of: it shows with the next one. Loop only.
    @SuppressWarnings("NonAtomicOperationOnVolatileField") // only the loop writes
    public void note(UnaryOperator<Standing> change) {
        standing = change.apply(standing);
    }

    /// A change of state, told to everybody. Loop only.
    public void become(ProcessState next, Optional<String> why) {
        var previous = standing.state();
        standing = standing.in(next, why);
        around.changes().accept(new StateChange(info(), previous, around.ticker().now()));
    }

    public void become(ProcessState next) {
        become(next, Optional.empty());
    }

    public void become(ProcessState next, String why) {
        become(next, Optional.of(why));
    }
}
