package daemoneye.rpc.agent.supervise;

import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// A start in progress: it waits for the registration and for the first beat. Confined to the loop.
final class Startup {
    private final boolean automatic;
    private final Consumer<String> progress;
    private final CompletableFuture<Answer> done;
    private Ticker.Alarm timeout = () -> {};
    private boolean registered;
    private boolean beaten;
    private boolean paused;
    private Optional<String> verdict = Optional.empty();

    private Startup(boolean automatic, Consumer<String> progress, CompletableFuture<Answer> done) {
        this.automatic = automatic;
        this.progress = progress;
        this.done = done;
    }

    /// A person waits for it.
    static Startup asked(Consumer<String> progress, CompletableFuture<Answer> done) {
        return new Startup(false, progress, done);
    }

    /// Nobody waits for it; if it fails, it counts as a crash.
    static Startup automatic() {
        return new Startup(true, step -> {}, new CompletableFuture<>());
    }

    boolean isAutomatic() {
        return automatic;
    }

    /// Whether it is ready: registered, and beaten once.
    boolean isReady() {
        return registered && beaten;
    }

    boolean isPaused() {
        return paused;
    }

    void spawned(long pid, Ticker.Alarm newTimeout) {
        timeout = newTimeout;
        progress.accept("process " + pid + " runs; waiting for its registration");
    }

    void registered() {
        if (!registered) {
            progress.accept("registered; waiting for the first heartbeat");
        }
        registered = true;
    }

    void beat(boolean isPaused) {
        beaten = true;
        paused = isPaused;
    }

    /// It took too long; the process is about to be killed for it.
    void tookTooLong(Duration allowed) {
        var missing = registered ? "no heartbeat" : "no registration";
        verdict = Optional.of("%s within %d s".formatted(missing, allowed.toSeconds()));
    }

    /// Why we ended the process ourselves, if we did.
    Optional<String> verdict() {
        return verdict;
    }

    void finish(Answer answer) {
        timeout.cancel();
        done.complete(answer);
    }
}
