package daemoneye.app;

/// What has to be ended in order, by whoever comes first: its owner, or the end of the process (a
/// signal, or somebody who lets Java exit). It happens once; who comes second waits for the first.
///
/// Java begins all its endings at the same time and waits for every one of them: what is ended here
/// must come to its end by itself, and must not need the FX thread.
final class Ending implements AutoCloseable {
    private final Runnable end;
    private final Thread hook;
    private boolean done;

    private Ending(String name, Runnable end) {
        this.end = end;
        this.hook = Thread.ofPlatform().name(name).unstarted(this::once);
    }

    /// @param name of the thread that runs it when the process ends
    /// @param end takes a few seconds at most
    static Ending of(String name, Runnable end) {
        var ending = new Ending(name, end);
        Runtime.getRuntime().addShutdownHook(ending.hook);
        return ending;
    }

    private synchronized void once() {
        if (!done) {
            done = true;
            end.run();
        }
    }

    /// Ends it now, or waits until it is ended.
    @Override
    public void close() {
        once();
        // What comes and goes while the window is open must not leave a hook behind each time.
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The process is ending, and waits for us anyway.
        }
    }
}
