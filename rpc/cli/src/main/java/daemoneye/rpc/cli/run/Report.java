package daemoneye.rpc.cli.run;

import daemoneye.rpc.cli.json.JsonText;
import daemoneye.rpc.cli.output.Paint;
import daemoneye.rpc.cli.output.Terminal;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.PrintWriter;
import java.util.List;

/// Where a command tells what it found: to people in lines, or to a script in one JSON document.
public final class Report {
    private static final String HOME = "\u001b[H";
    private static final String CLEAR_LINE_END = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";

    private final PrintWriter out;
    private final PrintWriter err;
    private final Terminal terminal;
    private final boolean json;

    public Report(PrintWriter out, PrintWriter err, Terminal terminal, boolean json) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.json = json;
    }

    /// Whether a script reads it.
    public boolean json() {
        return json;
    }

    /// Whether a person sees the output as it comes.
    public boolean live() {
        return terminal.out() && !json;
    }

    public Paint paint() {
        return terminal.outPaint();
    }

    /// One JSON document, on one line.
    public void document(ConfigValue value) {
        out.println(JsonText.compact(value));
        out.flush();
    }

    public void line(String text) {
        out.println(text);
        out.flush();
    }

    public void lines(List<String> lines) {
        lines.forEach(out::println);
        out.flush();
    }

    /// Paints the whole terminal anew.
    public void screen(List<String> lines) {
        var text = new StringBuilder(HOME);
        lines.forEach(line -> text.append(line).append(CLEAR_LINE_END).append('\n'));
        out.print(text.append(CLEAR_BELOW));
        out.flush();
    }

    /// Whether nobody reads any more, e.g. because the other end of the pipe is gone.
    public boolean deaf() {
        return out.checkError();
    }

    /// A remark beside the result; goes to standard error.
    public void remark(String text) {
        err.println(text);
        err.flush();
    }

    /// What is going on, for a person who waits; nothing in a pipe.
    public Progress progress() {
        return new Progress(err, terminal.err());
    }
}
