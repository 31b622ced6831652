package daemoneye.app.demo.script;

import daemoneye.app.demo.script.line.Line;
import daemoneye.app.demo.script.line.LineFault;
import daemoneye.app.demo.script.line.Token;
import daemoneye.app.demo.tour.Target;
import daemoneye.app.demo.tour.Wanted;
import daemoneye.app.text.Messages;

/// Reads what a step is about.
final class TargetParser {
    static final String FORMS =
            "#id, \"a name\", %a.name, row ID, cell ID COLUMN, line #table \"words\", toast or"
                    + " dialog";

    private final Cast cast;

    TargetParser(Cast cast) {
        this.cast = cast;
    }

    /// Whether a target can begin with what comes next.
    static boolean begins(Line line) {
        return switch (line.peek().orElse(null)) {
            case Token.Quoted _, Token.Message _ -> true;
            case Token.Word(_, var text) ->
                    text.startsWith("#")
                            || text.equals("row")
                            || text.equals("cell")
                            || text.equals("line")
                            || text.equals("toast")
                            || text.equals("dialog");
            case null -> false;
        };
    }

    Target target(Line line) throws LineFault {
        if (!begins(line)) {
            throw line.expected(FORMS);
        }
        return switch (line.take()) {
            case Token.Quoted(_, var text) -> new Target.Named(new Wanted.Literal(text));
            case Token.Message message -> new Target.Named(message(message));
            case Token.Word(var column, var text) -> byWord(line, column, text);
        };
    }

    private Target byWord(Line line, int column, String text) throws LineFault {
        return switch (text) {
            case "row" -> new Target.Row(cast.anybody(line));
            case "cell" -> new Target.Cell(cast.anybody(line), column(line));
            case "line" -> new Target.Line(id(line), wanted(line));
            case "toast" -> new Target.Toast();
            case "dialog" -> new Target.Dialog();
            default -> {
                if (text.length() == 1) {
                    throw new LineFault(column, "expected an id behind #");
                }
                yield new Target.Id(text.substring(1));
            }
        };
    }

    private static String id(Line line) throws LineFault {
        int at = line.column();
        var word = line.word("the #id of a table");
        if (!word.startsWith("#") || word.length() == 1) {
            throw new LineFault(at, "expected the #id of a table, but found " + word);
        }
        return word.substring(1);
    }

    private static String column(Line line) throws LineFault {
        int at = line.column();
        var name = line.plain("a column of the fleet");
        if (!Messages.bundle().containsKey("fleet.column." + name)) {
            throw new LineFault(
                    at,
                    "the fleet has no column "
                            + name
                            + ": expected state, collector, host, health, cpu, memory, events,"
                            + " beats, last, uptime or config");
        }
        return name;
    }

    Wanted wanted(Line line) throws LineFault {
        return switch (line.peek().orElse(null)) {
            case Token.Quoted _ -> new Wanted.Literal(line.quoted("a text"));
            case Token.Message message -> {
                line.take();
                yield message(message);
            }
            case Token.Word _ -> throw line.expected("a text in quotes, or %a.message");
            case null -> throw line.expected("a text in quotes, or %a.message");
        };
    }

    private static Wanted message(Token.Message message) throws LineFault {
        if (!Messages.bundle().containsKey(message.key())) {
            throw new LineFault(message.column(), "the window has no message " + message.written());
        }
        var wanted = new Wanted.Message(message.key(), message.values());
        try {
            if (wanted.text().isBlank()) {
                throw new LineFault(
                        message.column(), message.written() + " begins with a value: name it");
            }
        } catch (IllegalArgumentException e) {
            throw new LineFault(
                    message.column(), message.written() + " takes other values: " + e.getMessage());
        }
        return wanted;
    }
}
