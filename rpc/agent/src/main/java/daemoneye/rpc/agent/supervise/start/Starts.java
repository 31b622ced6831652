package daemoneye.rpc.agent.supervise.start;

import static daemoneye.rpc.protocol.state.ProcessState.FAILED;
import static daemoneye.rpc.protocol.state.ProcessState.PAUSED;
import static daemoneye.rpc.protocol.state.ProcessState.RUNNING;
import static daemoneye.rpc.protocol.state.ProcessState.STARTING;

import daemoneye.rpc.agent.process.CollectorProcess;
import daemoneye.rpc.agent.supervise.Life;
import daemoneye.rpc.agent.supervise.Refusals;
import daemoneye.rpc.agent.supervise.StateBoard;
import daemoneye.rpc.agent.supervise.Surroundings;
import daemoneye.rpc.agent.supervise.recover.Crashes;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.payload.RegistrationRequest;
import daemoneye.rpc.protocol.state.LastExit;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;

/// How one collector comes to life: spawn, registration, first beat. Confined to the loop.
public final class Starts {
    private static final String DID_NOT_START = "it did not start: ";

    private final StateBoard board;
    private final Surroundings around;
    private final Crashes crashes;
    private final BiConsumer<Life, LastExit> exited;
    private Optional<Startup> startup = Optional.empty();
    private StartOrder lastOrder = StartOrder.plain();

    /// @param exited runs on the loop, once for every life
    public Starts(
            StateBoard board,
            Surroundings around,
            Crashes crashes,
            BiConsumer<Life, LastExit> exited) {
        this.board = board;
        this.around = around;
        this.crashes = crashes;
        this.exited = exited;
    }

    /// Spawns it as the last time.
    public void again() {
        launch(lastOrder, Startup.automatic());
    }

    public void launch(StartOrder asked, Startup begun) {
        var order = asked.completedBy(lastOrder);
        lastOrder = order;
        crashes.cancelRestart();
        try {
            var incarnation = around.incarnations().next(board.id());
            // A spawn takes some milliseconds; done here, no collector is ever half started.
            var settings = around.settings().atStart(board.spec());
            var process =
                    around.launcher().launch(order.launch(board.spec(), incarnation, settings));
            startup = Optional.of(begun);
            live(Life.met(process, incarnation, around.ticker().nanos(), true));
            board.become(STARTING);
            var timeout =
                    around.ticker()
                            .after(
                                    order.timeout(),
                                    () -> around.loop().execute(() -> giveUp(begun, order)));
            begun.spawned(process.pid(), timeout);
        } catch (IOException e) {
            fail(begun, StartFault.of(e), ExecutionCertainty.NOT_EXECUTED, Duration.ZERO);
        }
    }

    /// A process that we did not start introduces itself.
    public Answer meet(RegistrationRequest request) {
        var process = around.finder().apply(request.pid());
        if (process.isEmpty()) {
            return Answer.failed(
                    RpcError.notExecuted(
                            ErrorCode.INVALID_PAYLOAD,
                            "there is no process %d on %s: register with the number of your own"
                                    .formatted(request.pid(), around.host())));
        }
        crashes.cancelRestart();
        around.incarnations().seen(board.id(), request.incarnation());
        startup = Optional.of(Startup.automatic());
        live(Life.met(process.get(), request.incarnation(), around.ticker().nanos(), false));
        board.become(STARTING, "it was started by hand");
        registered(request);
        return Answer.done();
    }

    /// A process of ours that an agent before us left running. There is no time limit: should it
    /// not beat, recovery begins.
    public void takeOver(TakeOver found) {
        lastOrder = found.order();
        startup = Optional.of(Startup.takenOver());
        becomesLife(found);
        board.become(
                STARTING,
                "found again, process %d of an agent before; waiting for its heartbeat"
                        .formatted(found.process().pid()));
    }

    /// A process that an agent before us left behind, and that ends by itself.
    public void outlast(TakeOver found) {
        lastOrder = found.order();
        startup = Optional.empty();
        becomesLife(found);
    }

    private void becomesLife(TakeOver found) {
        around.incarnations().seen(board.id(), found.incarnation());
        live(Life.met(found.process(), found.incarnation(), around.ticker().nanos(), found.ours()));
    }

    /// With what it was started the last time.
    public StartOrder lastOrder() {
        return lastOrder;
    }

    public void registered(RegistrationRequest request) {
        board.note(known -> known.able(request.capabilities()));
        startup.ifPresent(Startup::registered);
        runIfReady();
    }

    public void beat(HeartbeatData beat) {
        board.note(known -> known.configured(beat.configVersion()));
        startup.ifPresent(begun -> begun.beat(beat.paused()));
        runIfReady();
    }

    /// Its process ended before it was ready.
    public void exited(Life life, LastExit exit) {
        var begun = startup.orElseGet(Startup::automatic);
        if (begun.isTakenOver()) {
            startup = Optional.empty();
            crashes.crashed(exit.summary(), around.ticker().since(life.sinceNanos()));
            return;
        }
        var missing = MissingPrivileges.of(exit);
        if (missing.isPresent()) {
            lacks(begun, missing.get());
            return;
        }
        var why = begun.verdict().orElseGet(() -> StartFault.of(exit));
        var lived = around.ticker().since(life.sinceNanos());
        fail(begun, why, ExecutionCertainty.EXECUTED, lived);
    }

    // No crash: nothing would change by trying again.
    private void lacks(Startup begun, MissingPrivileges missing) {
        startup = Optional.empty();
        board.become(FAILED, DID_NOT_START + missing.sentence());
        begun.finish(
                Answer.failed(
                        missing.in(failure(missing.sentence(), ExecutionCertainty.EXECUTED))));
    }

    /// Nobody waits for the start any more.
    public void cancel(String how) {
        startup.ifPresent(begun -> begun.finish(Answer.failed(cancelled(how))));
        startup = Optional.empty();
    }

    private void live(Life life) {
        board.note(known -> known.born(life, crashes.restarts()));
        var _ =
                life.process()
                        .exit()
                        .thenAccept(exit -> around.loop().execute(() -> exited.accept(life, exit)));
    }

    private void runIfReady() {
        if (board.state() == STARTING && startup.isPresent() && startup.get().isReady()) {
            var begun = startup.get();
            startup = Optional.empty();
            board.become(begun.isPaused() ? PAUSED : RUNNING);
            begun.finish(Answer.done());
        }
    }

    private void giveUp(Startup begun, StartOrder order) {
        if (startup.isPresent() && startup.get() == begun) {
            begun.tookTooLong(order.timeout());
            board.standing().life().map(Life::process).ifPresent(CollectorProcess::kill);
        }
    }

    private void fail(Startup begun, String why, ExecutionCertainty certainty, Duration lived) {
        startup = Optional.empty();
        var reason = DID_NOT_START + why;
        if (begun.isAutomatic()) {
            crashes.crashed(reason, lived);
        } else {
            board.become(FAILED, reason);
        }
        begun.finish(Answer.failed(failure(why, certainty)));
    }

    private RpcError failure(String why, ExecutionCertainty certainty) {
        return Refusals.failed(
                ErrorCode.COLLECTOR_START_FAILED,
                "%s did not start: %s".formatted(board.id(), why),
                certainty,
                board.info());
    }

    private RpcError cancelled(String how) {
        return Refusals.failed(
                ErrorCode.CANCELLED,
                "the start of %s was given up: %s".formatted(board.id(), how),
                ExecutionCertainty.EXECUTED,
                board.info());
    }
}
