package daemoneye.app.sample;

import daemoneye.app.about.About;
import daemoneye.app.about.Library;
import daemoneye.app.help.BundleEnd;
import daemoneye.app.help.HelpDoors;
import daemoneye.app.profile.Profile;
import daemoneye.app.profile.ProfileDoors;
import daemoneye.app.profile.TestResult;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/// What stands behind connections and Help in a sample window: nothing happens until a test says
/// what came of it.
final class ScriptedDoors implements ProfileDoors, HelpDoors {
    private final CompletableFuture<TestResult> tried = new CompletableFuture<>();
    private final CompletableFuture<About> about = new CompletableFuture<>();
    private final CompletableFuture<BundleEnd> written = new CompletableFuture<>();
    private LongConsumer seconds = _ -> {};

    /// The try of a connection came to this.
    void tried(boolean reached, String sentence) {
        tried.complete(new TestResult(reached, sentence));
    }

    /// The try has been under way for so long.
    void waited(long forSeconds) {
        seconds.accept(forSeconds);
    }

    /// What this program is, is known.
    void know() {
        about.complete(
                new About(
                        "1.0.0",
                        "daemoneye-app-1.0.0.jar, built with Java 25.0.3",
                        "OpenJDK 64-Bit Server VM 25.0.3+9-LTS (Eclipse Adoptium)",
                        "25.0.1",
                        "Linux 6.8.0-87-generic, amd64",
                        IntStream.range(0, 24)
                                .mapToObj(
                                        each ->
                                                new Library(
                                                        "org.example:library-" + each,
                                                        "2." + each + ".1",
                                                        "Apache-2.0"))
                                .toList()));
    }

    /// The bundle came to this.
    void written(boolean good, String sentence) {
        written.complete(new BundleEnd(good, sentence));
    }

    @Override
    public void connect(Profile profile) {}

    @Override
    public void giveUp() {}

    @Override
    public CompletionStage<TestResult> test(Profile profile, CompletionStage<Void> givenUp) {
        return tried;
    }

    @Override
    public Runnable countSeconds(LongConsumer onSecond) {
        seconds = onSecond;
        return () -> {};
    }

    @Override
    public void remember(List<Profile> profiles) {}

    @Override
    public CompletionStage<About> about() {
        return about;
    }

    @Override
    public CompletionStage<BundleEnd> bundle(Path file) {
        return written;
    }

    @Override
    public String bundleName() {
        return "daemoneye-diagnostics.zip";
    }
}
