package daemoneye.rpc.agent.supervise.collector;

import static daemoneye.rpc.protocol.state.ProcessState.FAILED;
import static daemoneye.rpc.protocol.state.ProcessState.PAUSED;
import static daemoneye.rpc.protocol.state.ProcessState.RUNNING;
import static daemoneye.rpc.protocol.state.ProcessState.STOPPED;

import daemoneye.rpc.agent.process.CollectorProcess;
import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.agent.supervise.Life;
import daemoneye.rpc.agent.supervise.Refusals;
import daemoneye.rpc.agent.supervise.StateBoard;
import daemoneye.rpc.agent.supervise.Surroundings;
import daemoneye.rpc.agent.supervise.Transitions;
import daemoneye.rpc.agent.supervise.recover.Crashes;
import daemoneye.rpc.agent.supervise.recover.Recovery;
import daemoneye.rpc.agent.supervise.recover.RecoveryLadder;
import daemoneye.rpc.agent.supervise.start.StartOrder;
import daemoneye.rpc.agent.supervise.start.Starts;
import daemoneye.rpc.agent.supervise.start.Startup;
import daemoneye.rpc.agent.supervise.start.TakeOver;
import daemoneye.rpc.agent.supervise.stop.GracefulAsk;
import daemoneye.rpc.agent.supervise.stop.StopLadder;
import daemoneye.rpc.agent.supervise.stop.StopOrder;
import daemoneye.rpc.agent.supervise.stop.Stops;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.client.serve.Step;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.message.HeartbeatData;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CapabilitiesData;
import daemoneye.rpc.protocol.payload.RegistrationRequest;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.LastExit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// One collector and its process. Safe from any thread: everything that changes state is handed to
/// the owner's loop, where each change happens at once and wholly; futures complete there, never
/// exceptionally.
///
/// ```
///  UNREGISTERED ──start──► STARTING ──registered + first beat──► RUNNING ◄──beats say──► PAUSED
///                           ▲    │                                │  │                     │
///           start, restart  │    │ exit; timeout (kill)           │  └─stop, good-bye──┬───┘
///                           │    ▼                                │                    ▼
///             STOPPED ──────┤  FAILED ◄────── exit code not 0 ────┤                 STOPPING
///              ▲  ▲ ▲       │    │ │                              │                    │
///              │  │ │       └────┘ │ 1–60 s later                 │                    │
///              │  │ └──── stop ────┤                              │                    │
///              │  │                └─3 restarts in 60 s─► QUARANTINED (until a start)   │
///              │  └───────────────── exit code 0 ─────────────────┘                    │
///              └───────────────────────────── exit ────────────────────────────────────┘
/// ```
///
/// A person's start that fails is told to the person and not repeated; an automatic one that fails
/// counts as a crash.
public final class SupervisedCollector {
    private final Surroundings around;
    private final StateBoard board;
    private final Recovery recovery;
    private final Crashes crashes;
    private final Starts starts;
    private final Stops stops;

    private final RecoveryLadder ladder;
    private final Voices voices;
    private final Inheritance inheritance;

    public SupervisedCollector(CollectorSpec spec, Surroundings around, Recovery recovery) {
        this.around = around;
        this.recovery = recovery;
        this.board = new StateBoard(spec, around);
        this.crashes = new Crashes(board, around, recovery, this::startAgain);
        this.starts = new Starts(board, around, crashes, this::exited);
        this.stops = new Stops(board, around);
        this.ladder = new RecoveryLadder(board, around, recovery, stops, crashes);
        this.voices = new Voices(board, around, starts);
        this.inheritance = new Inheritance(board, starts, stops);
    }

    public CollectorId id() {
        return board.id();
    }

    public CollectorSpec spec() {
        return board.spec();
    }

    /// How it stands now.
    public CollectorInfo info() {
        return board.info();
    }

    /// What it said it can do when it last registered.
    public Optional<CapabilitiesData> capabilities() {
        return board.standing().capabilities();
    }

    /// It said what it can do without registering anew.
    public void learn(CapabilitiesData capabilities) {
        around.loop().execute(() -> board.note(known -> known.able(capabilities)));
    }

    /// Its process, if it has one.
    public Optional<Life> life() {
        return board.standing().life();
    }

    /// With what it was started the last time. On the loop.
    public StartOrder lastOrder() {
        return starts.lastOrder();
    }

    /// Why `operation` may not begin now, if so.
    public Optional<RpcError> refusal(CollectorOperation operation, Optional<Incarnation> only) {
        var info = info();
        return Refusals.fence(only, info)
                .or(
                        () ->
                                Transitions.refusal(operation, info.state())
                                        .map(code -> Refusals.of(code, info)));
    }

    /// Starts it for a person.
    ///
    /// @param progress told of each step, on the loop
    /// @return when it is registered and has beaten once, or why that did not happen
    public CompletableFuture<Answer> start(StartOrder order, Consumer<String> progress) {
        return onLoop(
                done -> {
                    if (admits(CollectorOperation.START, order.only(), done)) {
                        crashes.forget();
                        recovery.brake().personActs();
                        starts.launch(order, Startup.asked(progress, done));
                    }
                });
    }

    /// Starts it unless it runs; if that fails, tries again as after a crash.
    public void autostart() {
        var _ =
                onLoop(
                        done -> {
                            if (admits(CollectorOperation.START, Optional.empty(), done)) {
                                starts.again();
                            }
                        });
    }

    /// A process of this collector that an agent before us left running: it runs again from its
    /// next beat on, and none is started beside it.
    public void takeOver(TakeOver found) {
        around.loop().execute(() -> inheritance.takeOver(found));
    }

    /// A process that ends because its agent is gone; none is started before it has.
    ///
    /// @param startAfter start it anew then
    public void outlast(TakeOver found, boolean startAfter) {
        around.loop().execute(() -> inheritance.outlast(found, startAfter));
    }

    /// A process of an agent before us is gone.
    public void vanished(String how) {
        around.loop().execute(() -> inheritance.vanished(how));
    }

    /// Stops it step by step, see [StopLadder].
    ///
    /// @param ask makes the first step
    /// @param progress told of each step, on the loop
    /// @return when the process is gone, or why it is not
    public CompletableFuture<Answer> stop(
            StopOrder order, GracefulAsk ask, Consumer<Step> progress) {
        return onLoop(
                done -> {
                    if (admits(CollectorOperation.STOP, order.only(), done)) {
                        calm();
                        recovery.brake().personActs();
                        stops.stop(order, ask, progress, done);
                    }
                });
    }

    /// Kills its process at once, also while it is being stopped.
    ///
    /// @return when the process is gone, or why it is not
    public CompletableFuture<Answer> kill(String reason, Optional<Incarnation> only) {
        return onLoop(
                done -> {
                    if (admits(CollectorOperation.FORCE_SHUTDOWN, only, done)) {
                        calm();
                        recovery.brake().personActs();
                        stops.kill(reason, done);
                    }
                });
    }

    /// Ends it together with its agent: by signals, and never to be started again.
    ///
    /// @return when the process is gone or was not there, or why it is still there
    public CompletableFuture<Answer> retire(Duration grace, String reason) {
        return onLoop(
                done -> {
                    crashes.close();
                    calm();
                    stops.hurry(grace, reason, done);
                });
    }

    /// Leaves it running for good: from now on it is never started again by itself.
    public void release() {
        around.loop()
                .execute(
                        () -> {
                            crashes.close();
                            ladder.cancel();
                        });
    }

    /// Kills its process on the calling thread, without any ceremony: for the last moments of a
    /// program. A process that somebody else started lives on.
    public void killNow() {
        board.standing()
                .life()
                .filter(Life::ours)
                .map(Life::process)
                .ifPresent(CollectorProcess::kill);
    }

    /// A process of this collector introduces itself.
    ///
    /// @return a success if it is ours to look after
    public CompletableFuture<Answer> register(RegistrationRequest request) {
        return onLoop(done -> done.complete(voices.register(request)));
    }

    /// A process of this collector is about to end by itself.
    public void goodBye(Incarnation incarnation, Optional<String> why) {
        around.loop().execute(() -> voices.goodBye(incarnation, why));
    }

    /// A process under its id sent a beat.
    public void beat(HeartbeatData beat) {
        around.loop().execute(() -> voices.beat(beat));
    }

    /// Its process said that it paused or resumed; its beats will say so, too.
    public void paused(Incarnation incarnation, boolean paused) {
        around.loop().execute(() -> voices.paused(incarnation, paused));
    }

    /// It runs, and does not respond: see [RecoveryLadder].
    ///
    /// @param silence since its last beat
    /// @param interval between its beats
    public void silent(Duration silence, Duration interval) {
        around.loop().execute(() -> ladder.silent(silence, interval));
    }

    /// It responds again, or nobody can know.
    public void audible() {
        around.loop().execute(ladder::over);
    }

    /// Whether it runs and responds. On the loop.
    public boolean isWell() {
        return (board.state() == RUNNING || board.state() == PAUSED) && !ladder.isSilent();
    }

    private void startAgain() {
        starts.again();
    }

    private void calm() {
        ladder.cancel();
        crashes.cancelRestart();
        starts.cancel("it was stopped");
    }

    private void exited(Life life, LastExit exit) {
        if (!board.standing().life().equals(Optional.of(life))) {
            return;
        }
        ladder.cancel();
        board.note(known -> known.gone(exit));
        switch (board.state()) {
            case STARTING -> starts.exited(life, exit);
            case RUNNING, PAUSED -> exitedByItself(life, exit);
            case STOPPING -> stops.exited();
            case UNREGISTERED, STOPPED, FAILED, QUARANTINED, UNKNOWN -> {}
        }
    }

    private void exitedByItself(Life life, LastExit exit) {
        if (!life.ours()) {
            board.become(FAILED, "its process, which was started by hand, is gone");
        } else if (exit.exitCode().orElse(-1) == 0) {
            board.become(STOPPED, "it ended by itself");
        } else {
            crashes.crashed(exit.summary(), around.ticker().since(life.sinceNanos()));
        }
    }

    private boolean admits(
            CollectorOperation operation,
            Optional<Incarnation> only,
            CompletableFuture<Answer> done) {
        var refusal = refusal(operation, only);
        refusal.ifPresent(error -> done.complete(Answer.failed(error)));
        return refusal.isEmpty();
    }

    private CompletableFuture<Answer> onLoop(Consumer<CompletableFuture<Answer>> work) {
        var done = new CompletableFuture<Answer>();
        around.loop().execute(() -> work.accept(done));
        return done;
    }
}
