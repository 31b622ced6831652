package daemoneye.rpc.agent.supervise;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.StateChange;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.ProcessState;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Where the standing of one collector is written, by the loop only, and read by everybody.
public final class StateBoard {
    private final CollectorSpec spec;
    private final Surroundings around;
    private final Map<Subject, String> remarks = new EnumMap<>(Subject.class);
    private volatile Standing standing = Standing.unregistered();

    /// What a remark on a running collector is about; each has one at most.
    public enum Subject {
        /// Two processes under one id.
        CONFLICT,
        /// It does not respond, and what is done about that.
        SILENCE
    }

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
        if (!remarkable(next)) {
            remarks.clear();
        }
        standing = standing.in(next, why);
        around.changes().accept(new StateChange(info(), previous, around.ticker().now()));
    }

    /// As above; the reason is what there is to remark on it.
    public void become(ProcessState next) {
        become(next, remarkable(next) ? remarks() : Optional.empty());
    }

    /// Something worth knowing about a collector that runs, told to everybody; empty when it is
    /// over. Loop only.
    public void remark(Subject about, Optional<String> remark) {
        if (remarkable(state()) && !remark.equals(Optional.ofNullable(remarks.get(about)))) {
            remark.ifPresentOrElse(text -> remarks.put(about, text), () -> remarks.remove(about));
            become(state(), remarks());
        }
    }

    /// Whether there is a remark about this. Loop only.
    public boolean remarks(Subject about) {
        return remarks.containsKey(about);
    }

    private Optional<String> remarks() {
        return remarks.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join("; ", remarks.values()));
    }

    private static boolean remarkable(ProcessState state) {
        return switch (state) {
            case STARTING, RUNNING, PAUSED -> true;
            case UNREGISTERED, STOPPING, STOPPED, FAILED, QUARANTINED, UNKNOWN -> false;
        };
    }

    public void become(ProcessState next, String why) {
        become(next, Optional.of(why));
    }
}
