package daemoneye.app;

import picocli.CommandLine.Option;

import java.util.Optional;

/// The options of `daemoneye console` that lead to a demo instead of a person's own fleet.
final class DemoOptions {
    @Option(
            names = "--demo",
            description =
                    "A fleet of its own with walkthroughs to choose from; yours is not touched.")
    private boolean demo;

    @Option(
            names = "--walkthrough",
            paramLabel = "NAME|FILE",
            description =
                    "Play this walkthrough, on a fleet of its own. With --out: without a display,"
                            + " as pictures and one HTML page.")
    private Optional<String> walkthrough = Optional.empty();

    @Option(names = "--list-walkthroughs", description = "Say which walkthroughs there are.")
    private boolean list;

    /// Made by picocli.
    DemoOptions() {}

    Optional<String> walkthrough() {
        return walkthrough;
    }

    boolean list() {
        return list;
    }

    /// Whether the person's own fleet is not meant.
    boolean given() {
        return demo || list || walkthrough.isPresent();
    }
}
