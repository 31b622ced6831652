package daemoneye.app;

import daemoneye.rpc.cli.DaemonEye;
import daemoneye.rpc.cli.option.ExitCode;

import org.slf4j.LoggerFactory;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/// Where `daemoneye console` begins. A console without any options, which is the usual one, needs
/// no command line library: loading that costs a tenth of the time until its first picture.
/// Everything else goes to [DaemonEye].
public final class ConsoleStart {
    private static final List<String> OPTIONS_ELSEWHERE =
            List.of("DAEMONEYE_CONNECT", "DAEMONEYE_TOKEN_FILE");

    private ConsoleStart() {}

    public static void main(String[] args) throws InterruptedException {
        if (isPlain(List.of(args), System.getenv())) {
            System.exit(plain());
        }
        DaemonEye.main(args);
    }

    static boolean isPlain(List<String> args, Map<String, String> environment) {
        return args.equals(List.of("console"))
                && OPTIONS_ELSEWHERE.stream().noneMatch(environment::containsKey);
    }

    private static int plain() throws InterruptedException {
        var encoding = Charset.forName(System.getProperty("stdout.encoding", "UTF-8"));
        var out = new PrintWriter(System.out, true, encoding);
        var err = new PrintWriter(System.err, true, encoding);
        try {
            return ConsoleMain.run(ConsoleWords.none(), out, err);
        } catch (RuntimeException bug) {
            LoggerFactory.getLogger(ConsoleStart.class).error("The console has failed.", bug);
            err.println("The console has failed: " + bug.getMessage());
            return ExitCode.FAILED.number();
        }
    }
}
