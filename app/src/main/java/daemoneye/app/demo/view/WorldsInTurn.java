package daemoneye.app.demo.view;

import daemoneye.app.demo.world.OwnWorld;
import daemoneye.app.demo.world.WorldSource;
import daemoneye.app.fx.FxThread;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/// One world after another for one window. A world that comes when nobody wants it any more is
/// ended unseen. FX thread; worlds begin and end on workers.
final class WorldsInTurn {
    private final WorldSource source;
    private final Executor workers;
    private Optional<OwnWorld> now = Optional.empty();
    private CompletableFuture<Void> underWay = CompletableFuture.completedFuture(null);
    private int wanted;

    WorldsInTurn(WorldSource source, Executor workers) {
        this.source = source;
        this.workers = workers;
    }

    /// Ends the one there is, and begins another.
    ///
    /// @param onOpen told on the FX thread
    /// @param onFault told on the FX thread, with a sentence
    void next(
            List<String> real,
            List<String> scripted,
            Consumer<OwnWorld> onOpen,
            Consumer<String> onFault) {
        leave();
        int mine = wanted;
        also(
                () -> {
                    try {
                        var opened = source.open(real, scripted);
                        FxThread.run(() -> arrive(mine, opened, onOpen));
                    } catch (IOException | CompletionException e) {
                        FxThread.run(() -> fail(mine, String.valueOf(e.getMessage()), onFault));
                    }
                });
    }

    private void arrive(int whose, OwnWorld opened, Consumer<OwnWorld> onOpen) {
        if (whose != wanted) {
            also(opened::close);
            return;
        }
        now = Optional.of(opened);
        onOpen.accept(opened);
    }

    private void fail(int whose, String sentence, Consumer<String> onFault) {
        if (whose == wanted) {
            onFault.accept(sentence);
        }
    }

    private void leave() {
        wanted++;
        now.ifPresent(each -> also(each::close));
        now = Optional.empty();
    }

    private void also(Runnable work) {
        underWay = CompletableFuture.allOf(underWay, CompletableFuture.runAsync(work, workers));
    }

    /// Ends the one there is, and whatever is on its way.
    ///
    /// @return done when nothing runs any more
    CompletableFuture<Void> close() {
        leave();
        return underWay.thenCompose(_ -> settled());
    }

    // What has just arrived is told to the FX thread, which then begins to end it.
    private CompletableFuture<Void> settled() {
        return CompletableFuture.<Void>completedFuture(null)
                .thenComposeAsync(_ -> underWay, FxThread::run);
    }
}
