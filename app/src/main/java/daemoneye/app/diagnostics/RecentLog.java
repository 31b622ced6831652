package daemoneye.app.diagnostics;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The newest lines of the log, in memory, for the diagnostics bundle. Made by the logging library
/// from `daemoneye-console-log.xml`. Safe from any thread.
public final class RecentLog extends AppenderBase<ILoggingEvent> {
    /// Lines that are kept: an hour of a busy console.
    static final int KEPT = 2000;

    private static final String LOG_SETTING = "logback.configurationFile";
    private static final int MOST_CHARACTERS = 4000;
    private static final String PATTERN =
            "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{20}: %msg%n%ex{12}";

    // The library makes the one instance, and others read what it kept.
    private static final Deque<String> LINES = new ArrayDeque<>();

    private final PatternLayout layout = new PatternLayout();

    /// Made by the logging library.
    public RecentLog() {}

    @Override
    public void start() {
        layout.setContext(getContext());
        layout.setPattern(PATTERN);
        layout.start();
        super.start();
    }

    @Override
    protected void append(ILoggingEvent event) {
        var text = layout.doLayout(event);
        var kept = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        synchronized (LINES) {
            LINES.addLast(kept.strip());
            if (LINES.size() > KEPT) {
                LINES.removeFirst();
            }
        }
    }

    /// From now on the log is kept here too, unless somebody wants another one. To be called before
    /// the first line is logged.
    public static void keep() {
        if (System.getProperty(LOG_SETTING) == null) {
            System.setProperty(LOG_SETTING, "daemoneye-console-log.xml");
        }
    }

    /// Oldest first.
    public static List<String> lines() {
        synchronized (LINES) {
            return List.copyOf(LINES);
        }
    }
}
