package daemoneye.rpc.collector.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

import java.io.PrintStream;

/// Writes `LEVEL Class: message`, one line each; a fault follows with its trace. Control characters
/// are replaced: what collectors read may be hostile, and a log line must stay one.
final class LineLogger extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1;

    private final Level least;
    private final transient PrintStream out;

    LineLogger(String name, Level least, PrintStream out) {
        this.name = name;
        this.least = least;
        this.out = out;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String pattern,
            @Nullable Object @Nullable [] arguments,
            @Nullable Throwable fault) {
        var message = MessageFormatter.basicArrayFormat(pattern, arguments);
        var line = level + " " + name.substring(name.lastIndexOf('.') + 1) + ": " + message;
        synchronized (out) {
            out.println(line.replaceAll("\\p{Cntrl}", "?"));
            if (fault != null) {
                fault.printStackTrace(out);
            }
        }
    }

    private boolean tells(Level level) {
        return level.toInt() >= least.toInt();
    }

    @Override
    public boolean isTraceEnabled() {
        return tells(Level.TRACE);
    }

    @Override
    public boolean isDebugEnabled() {
        return tells(Level.DEBUG);
    }

    @Override
    public boolean isInfoEnabled() {
        return tells(Level.INFO);
    }

    @Override
    public boolean isWarnEnabled() {
        return tells(Level.WARN);
    }

    @Override
    public boolean isErrorEnabled() {
        return tells(Level.ERROR);
    }

    @Override
    protected String getFullyQualifiedCallerName() {
        return LineLogger.class.getName();
    }
}
