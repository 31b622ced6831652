package daemoneye.app.launch;

import daemoneye.app.fx.FxThread;
import daemoneye.rpc.protocol.time.Ticker;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Tells on the terminal when the window was painted, for `installers/start-time.sh`: the first
/// time, and with the live fleet. Asked for by the system property `daemoneye.start-watch`, whose
/// value says after which of them the console ends by itself.
///
/// @param until nothing is told, or how far the start is watched
public record StartWatch(Until until) {
    /// How far.
    public enum Until {
        NEVER,
        WINDOW,
        FLEET
    }

    private static final String PROPERTY = "daemoneye.start-watch";

    /// As the system property says.
    static StartWatch asAsked() {
        var asked = System.getProperty(PROPERTY, "never").toUpperCase(Locale.ROOT);
        return new StartWatch(Until.valueOf(asked));
    }

    /// The line that the script reads: milliseconds of the wall clock, milliseconds of processor
    /// time that this process has used, then what was painted.
    public static String line(String what, Instant at) {
        long spent =
                ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toMillis)
                        .orElse(0L);
        return "painted " + at.toEpochMilli() + " " + spent + " " + what;
    }

    /// The window is painted for the first time.
    void window(Ticker ticker, PrintWriter out, Runnable close) {
        tell(Until.WINDOW, ticker, out, close);
    }

    /// The live fleet is painted.
    void fleet(Ticker ticker, PrintWriter out, Runnable close) {
        tell(Until.FLEET, ticker, out, close);
    }

    private void tell(Until what, Ticker ticker, PrintWriter out, Runnable close) {
        if (until == Until.NEVER) {
            return;
        }
        out.println(line(what.name().toLowerCase(Locale.ROOT), ticker.now()));
        out.flush();
        if (until == what) {
            FxThread.run(close);
        }
    }
}
