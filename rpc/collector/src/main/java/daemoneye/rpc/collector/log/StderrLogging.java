package daemoneye.rpc.collector.log;

import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.event.Level;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

import java.io.PrintStream;
import java.util.Locale;

/// SLF4J for a child process: one line per message on standard error, which the agent reads. Chosen
/// by name ([#choose()]), so that it never gets into the way of the provider of another program on
/// the same class path.
///
/// The level is WARN, or what `DAEMONEYE_LOG` says (`error`, `warn`, `info`, `debug`, `trace`).
public final class StderrLogging implements SLF4JServiceProvider {
    private static final String CHOICE = "slf4j.provider";
    private static final String LEVEL = "DAEMONEYE_LOG";

    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();
    private final Level least = level(System.getenv().getOrDefault(LEVEL, ""));
    private final PrintStream out = System.err;

    /// For SLF4J, which makes the one instance.
    public StderrLogging() {}

    /// Makes SLF4J use this one, unless the command line chose another. Before the first logger.
    public static void choose() {
        if (System.getProperty(CHOICE) == null) {
            System.setProperty(CHOICE, StderrLogging.class.getName());
            // Else SLF4J itself tells of the choice at every start.
            System.setProperty("slf4j.internal.verbosity", "WARN");
        }
    }

    static Level level(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "error" -> Level.ERROR;
            case "info" -> Level.INFO;
            case "debug" -> Level.DEBUG;
            case "trace" -> Level.TRACE;
            default -> Level.WARN;
        };
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> new LineLogger(name, least, out);
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    @Override
    public void initialize() {}
}
