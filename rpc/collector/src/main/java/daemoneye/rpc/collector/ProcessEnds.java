package daemoneye.rpc.collector;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Ends the collector when its process is to end: at a signal (SIGTERM, Ctrl-C), and when the other
/// end of standard input, the agent, is gone.
final class ProcessEnds {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessEnds.class);

    /// Then the process goes, whatever is not finished: agents are promised 5 s.
    private static final long PATIENCE_SECONDS = 4;

    private final CollectorRun run;
    private volatile boolean released;

    ProcessEnds(CollectorRun run) {
        this.run = run;
    }

    /// Java leaves with the number of the signal; what was ended cleanly leaves with 0, which only
    /// `halt` can still say at that point.
    void onSignal() {
        var hook =
                Thread.ofPlatform()
                        .name("end-at-signal")
                        .unstarted(
                                () -> {
                                    if (!released) {
                                        leave("ended by a signal");
                                    }
                                });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// The process ends by itself: a signal has nothing more to do.
    void release() {
        released = true;
    }

    void onEndOf(InputStream lifeline) {
        Thread.ofPlatform().daemon().name("lifeline").start(() -> readToEnd(lifeline));
    }

    private void readToEnd(InputStream lifeline) {
        try {
            lifeline.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.debug("standard input broke: as good as its end", e);
        }
        leave("the agent is gone");
    }

    private void leave(String reason) {
        int code = await(reason) ? CollectorMain.DONE : CollectorMain.FAILED;
        run.close();
        Runtime.getRuntime().halt(code);
    }

    private boolean await(String reason) {
        try {
            run.collector().end(reason).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("the end took longer than {} s: {}", PATIENCE_SECONDS, reason);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
