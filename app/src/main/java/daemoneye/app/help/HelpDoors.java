package daemoneye.app.help;

import daemoneye.app.about.About;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// What Help needs from the rest of the console. FX thread; answers come there too.
public interface HelpDoors {
    /// What this program is.
    CompletionStage<About> about();

    /// Writes a diagnostics bundle.
    CompletionStage<BundleEnd> bundle(Path file);

    /// A file name for the next bundle, with the time in it.
    String bundleName();

    /// Nothing is behind them: for pictures.
    HelpDoors NONE =
            new HelpDoors() {
                @Override
                public CompletionStage<About> about() {
                    return new CompletableFuture<>();
                }

                @Override
                public CompletionStage<BundleEnd> bundle(Path file) {
                    return new CompletableFuture<>();
                }

                @Override
                public String bundleName() {
                    return "daemoneye-diagnostics.zip";
                }
            };
}
