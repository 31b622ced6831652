package daemoneye.app.launch.window;

import daemoneye.app.about.About;
import daemoneye.app.about.ThisProgram;
import daemoneye.app.diagnostics.DiagnosticsBundle;
import daemoneye.app.diagnostics.Facts;
import daemoneye.app.files.WholeFile;
import daemoneye.app.fx.FxThread;
import daemoneye.app.help.BundleEnd;
import daemoneye.app.help.HelpDoors;
import daemoneye.app.text.Messages;
import daemoneye.rpc.protocol.time.Ticker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// What stands behind the Help menu of a window. FX thread; the work is done on workers.
public final class WindowHelp implements HelpDoors {
    private final Supplier<Facts> facts;
    private final Ticker ticker;
    private final Executor workers;

    /// @param facts gathered on the FX thread
    /// @param workers may block
    public WindowHelp(Supplier<Facts> facts, Ticker ticker, Executor workers) {
        this.facts = facts;
        this.ticker = ticker;
        this.workers = workers;
    }

    @Override
    public CompletionStage<About> about() {
        return CompletableFuture.supplyAsync(ThisProgram::about, workers)
                .thenApplyAsync(found -> found, FxThread::run);
    }

    @Override
    public CompletionStage<BundleEnd> bundle(Path file) {
        var gathered = facts.get();
        return CompletableFuture.supplyAsync(() -> write(gathered, file), workers)
                .thenApplyAsync(end -> end, FxThread::run);
    }

    /// Blocks.
    static BundleEnd write(Facts facts, Path file) {
        try {
            var bytes = new DiagnosticsBundle(facts).bytes();
            WholeFile.write(file, bytes);
            return new BundleEnd(
                    true,
                    Messages.text(
                            "diagnostics.written",
                            file.toAbsolutePath(),
                            (bytes.length + 1023) / 1024));
        } catch (IOException e) {
            return new BundleEnd(
                    false,
                    Messages.text("diagnostics.failed", file, String.valueOf(e.getMessage())));
        }
    }

    @Override
    public String bundleName() {
        return DiagnosticsBundle.name(ticker.now(), ZoneId.systemDefault());
    }
}
