package daemoneye.rpc.agent.supervise.start;

import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A start in progress: it waits for the registration and for the first beat. Confined to the loop.
public final class Startup {
    private final boolean automatic;
    private final boolean takenOver;
    private final Consumer<String> progress;
    private final CompletableFuture<Answer> done;
    private Ticker.Alarm timeout = () -> {};
    private boolean registered;
    private boolean beaten;
    private boolean paused;
    private Optional<String> verdict = Optional.empty();

    private Startup(
            boolean automatic,
            boolean takenOver,
            Consumer<String> progress,
            CompletableFuture<Answer> done) {
        this.automatic = automatic;
        this.takenOver = takenOver;
        this.registered = takenOver;
        this.progress = progress;
        this.done = done;
    }

    /// A person waits for it.
    public static Startup asked(Consumer<String> progress, CompletableFuture<Answer> done) {
        return new Startup(false, false, progress, done);
    }

    /// Nobody waits for it; if it fails, it counts as a crash.
    public static Startup automatic() {
        return new Startup(true, false, step -> {}, new CompletableFuture<>());
    }

    /// It runs already, and an agent before us knew it: only its beat is waited for.
    static Startup takenOver() {
        return new Startup(true, true, step -> {}, new CompletableFuture<>());
    }

    boolean isTakenOver() {
        return takenOver;
    }

    public boolean isAutomatic() {
        return automatic;
    }

    /// Whether it is ready: registered, and beaten once.
    public boolean isReady() {
        return registered && beaten;
    }

    public boolean isPaused() {
        return paused;
    }

    public void spawned(long pid, Ticker.Alarm newTimeout) {
        timeout = newTimeout;
        progress.accept("process " + pid + " runs; waiting for its registration");
    }

    public void registered() {
        if (!registered) {
            progress.accept("registered; waiting for the first heartbeat");
        }
        registered = true;
    }

    public void beat(boolean isPaused) {
        beaten = true;
        paused = isPaused;
    }

    /// It took too long; the process is about to be killed for it.
    public void tookTooLong(Duration allowed) {
        var missing = registered ? "no heartbeat" : "no registration";
        verdict = Optional.of("%s within %d s".formatted(missing, allowed.toSeconds()));
    }

    /// Why we ended the process ourselves, if we did.
    public Optional<String> verdict() {
        return verdict;
    }

    public void finish(Answer answer) {
        timeout.cancel();
        done.complete(answer);
    }
}
