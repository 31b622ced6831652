package daemoneye.rpc.cli.fake;

import daemoneye.rpc.cli.json.BadJson;
import daemoneye.rpc.cli.json.JsonInput;
import daemoneye.rpc.cli.link.Links;
import daemoneye.rpc.cli.link.Plumbing;
import daemoneye.rpc.cli.output.Terminal;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.value.ConfigValue;

import picocli.CommandLine;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;

/// Runs commands against a fake link and keeps what they print.
public final class CommandBed {
    /// The link that every command gets.
    public final FakeLink link = new FakeLink();

    /// Variables of the command's environment.
    public final Map<String, String> environment = new HashMap<>();

    private final BiFunction<Surroundings, String[], CommandLine> program;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Links links = (address, admission) -> link;
    private Ticker ticker = new HastyTicker();
    private Terminal terminal = Terminal.NONE;
    private String pipe = "";

    /// @param program makes the command line, as main does
    public CommandBed(BiFunction<Surroundings, String[], CommandLine> program) {
        this.program = program;
    }

    /// With a broker that does not let us in.
    public CommandBed refused(ErrorCode code, String sentence) {
        links =
                (address, admission) -> {
                    throw new Links.NotReachable(code, sentence);
                };
        return this;
    }

    /// With nobody at the address.
    public CommandBed unreachable(String sentence) {
        links =
                (address, admission) -> {
                    throw new Links.NotReachable(sentence);
                };
        return this;
    }

    /// With links that fail by a bug.
    public CommandBed buggy(RuntimeException bug) {
        links =
                (address, admission) -> {
                    throw bug;
                };
        return this;
    }

    /// With a person who looks.
    public CommandBed on(Terminal seen) {
        terminal = seen;
        return this;
    }

    /// With that text on standard input.
    public CommandBed piped(String text) {
        pipe = text;
        return this;
    }

    /// In that time.
    public CommandBed at(Ticker time) {
        ticker = time;
        return this;
    }

    /// Runs one command.
    ///
    /// @return its exit code
    public int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        var plumbing =
                new Plumbing(
                        () -> {
                            throw new IllegalStateException("no wires in this test");
                        },
                        () -> {
                            throw new IllegalStateException("no codecs in this test");
                        },
                        new Random(1));
        var surroundings =
                new Surroundings(
                        links,
                        plumbing,
                        ticker,
                        terminal,
                        environment,
                        new ByteArrayInputStream(pipe.getBytes(StandardCharsets.UTF_8)));
        return program.apply(surroundings, arguments)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    /// What it printed.
    public String out() {
        return out.toString();
    }

    /// What it said beside that.
    public String err() {
        return err.toString();
    }

    /// The one document that it printed; anything else is a failure.
    public ConfigValue.Table document() {
        try {
            return (ConfigValue.Table) JsonInput.read(out());
        } catch (BadJson e) {
            throw new AssertionError("not one JSON document: " + out(), e);
        }
    }

    /// A field of the document, by the names on the way to it.
    public ConfigValue field(String... path) {
        ConfigValue at = document();
        for (var name : path) {
            at =
                    at instanceof ConfigValue.Items items
                            ? items.values().get(Integer.parseInt(name))
                            : ((ConfigValue.Table) at).entries().get(name);
        }
        return at;
    }
}
