package daemoneye.app.backend;

import daemoneye.app.profile.Profile;
import daemoneye.app.profile.TestResult;
import daemoneye.rpc.protocol.time.Ticker;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Goes from one profile to another, at any time, also while the last one is still on its way: what
/// comes too late is closed unseen. Opening and closing happen on the workers, never on the FX
/// thread, from which everything here is called.
public final class Switchboard {
    private final BackendSource source;
    private final Ticker ticker;
    private final Executor workers;
    private final Executor fxThread;
    private final Consumer<Backend> onBackend;
    private Backend backend;
    private final AtomicLong number = new AtomicLong();
    // Done when nothing of earlier profiles runs any more.
    private CompletableFuture<Void> leaving = CompletableFuture.completedFuture(null);

    /// @param first in use already
    /// @param workers may block
    /// @param onBackend told on the FX thread of each backend that the window is to show
    public Switchboard(
            BackendSource source,
            Ticker ticker,
            Executor workers,
            Executor fxThread,
            Backend first,
            Consumer<Backend> onBackend) {
        this.source = source;
        this.ticker = ticker;
        this.workers = workers;
        this.fxThread = fxThread;
        this.backend = first;
        this.onBackend = onBackend;
    }

    /// Leaves the present backend and opens that of a profile.
    public void switchTo(Profile next) {
        long mine = number.incrementAndGet();
        var closed = CompletableFuture.runAsync(backend::close, workers);
        var before = CompletableFuture.allOf(leaving, settled(closed));
        show(NoBackend.starting(next.name(), ticker));
        // What this process hosts can be there once only: the next waits until the last is gone.
        var ready = next.hostsHere() ? before : CompletableFuture.<Void>completedFuture(null);
        var opened =
                ready.thenApplyAsync(_ -> open(next, mine), workers)
                        .thenComposeAsync(each -> arrived(mine, each), fxThread);
        leaving = CompletableFuture.allOf(before, settled(opened));
    }

    private static CompletableFuture<Void> settled(CompletableFuture<Void> task) {
        return task.handle((_, _) -> null);
    }

    private Backend open(Profile profile, long mine) {
        if (mine != number.get()) {
            return NoBackend.starting(profile.name(), ticker);
        }
        try {
            return source.open(profile);
        } catch (IOException e) {
            return failed(profile, e);
        } catch (CompletionException e) {
            return failed(profile, e.getCause() == null ? e : e.getCause());
        }
    }

    private Backend failed(Profile profile, Throwable fault) {
        return NoBackend.failed(profile.name(), String.valueOf(fault.getMessage()), ticker);
    }

    private CompletionStage<Void> arrived(long mine, Backend opened) {
        if (mine != number.get()) {
            return CompletableFuture.runAsync(opened::close, workers);
        }
        show(opened);
        return CompletableFuture.completedFuture(null);
    }

    private void show(Backend next) {
        backend = next;
        onBackend.accept(next);
    }

    /// Leaves the present backend, or the one that is on its way, and stands still.
    ///
    /// @param profile by name, to stay at
    /// @param why one sentence
    public void stop(String profile, String why) {
        number.incrementAndGet();
        var closed = CompletableFuture.runAsync(backend::close, workers);
        leaving = CompletableFuture.allOf(leaving, settled(closed));
        show(NoBackend.failed(profile, why, ticker));
    }

    /// Tries a profile on a worker.
    ///
    /// @param givenUp ends it early
    public CompletionStage<TestResult> test(Profile profile, CompletionStage<Void> givenUp) {
        return CompletableFuture.supplyAsync(() -> source.test(profile, givenUp), workers);
    }

    /// Ends the present backend, and whatever is still on its way.
    ///
    /// @return done when nothing runs any more
    public CompletableFuture<Void> close() {
        number.incrementAndGet();
        var closed = CompletableFuture.runAsync(backend::close, workers);
        return CompletableFuture.allOf(leaving, settled(closed));
    }
}
