package daemoneye.app.demo.script;

import daemoneye.app.demo.script.line.Line;
import daemoneye.app.demo.script.line.LineFault;
import daemoneye.app.demo.tour.Deed;

import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

import java.time.Duration;
import java.util.Optional;

/// Reads what follows `do`.
final class DeedParser {
    private static final Duration USUAL_HOLD = Duration.ofSeconds(2);
    private static final String VERBS =
            "click, double-click, choose, hold, type, keys, kill, silence, slow, refuse,"
                    + " crash, flap, degrade, recover, cut or restore";

    private final Cast cast;
    private final TargetParser targets;

    DeedParser(Cast cast, TargetParser targets) {
        this.cast = cast;
        this.targets = targets;
    }

    Deed deed(Line line) throws LineFault {
        if (line.isOver()) {
            throw line.expected(VERBS);
        }
        int column = line.column();
        var verb = line.word(VERBS);
        return switch (verb) {
            case "click", "choose" -> new Deed.Click(targets.target(line), 1);
            case "double-click" -> new Deed.Click(targets.target(line), 2);
            case "hold" -> hold(line);
            case "type" -> type(line);
            case "keys" -> keys(line);
            case "kill" -> new Deed.Kill(cast.real(line));
            case "silence" -> afflict(line, new Deed.Ailment.Silent());
            case "slow" ->
                    new Deed.Afflict(cast.scripted(line), new Deed.Ailment.Slow(line.time()));
            case "refuse" -> afflict(line, new Deed.Ailment.Refusing());
            case "crash" -> afflict(line, new Deed.Ailment.Crashed());
            case "flap" -> afflict(line, new Deed.Ailment.Flapping());
            case "degrade" -> afflict(line, new Deed.Ailment.Degraded());
            case "recover" -> afflict(line, new Deed.Ailment.None());
            case "cut" -> link(line, new Deed.CutLink());
            case "restore" -> link(line, new Deed.RestoreLink());
            default -> throw new LineFault(column, "expected " + VERBS + ", but found " + verb);
        };
    }

    private Deed afflict(Line line, Deed.Ailment ailment) throws LineFault {
        return new Deed.Afflict(cast.scripted(line), ailment);
    }

    private static Deed link(Line line, Deed deed) throws LineFault {
        if (!line.takes("link")) {
            throw line.expected("link");
        }
        return deed;
    }

    private Deed hold(Line line) throws LineFault {
        var target = targets.target(line);
        return new Deed.Hold(target, line.isOver() ? USUAL_HOLD : line.time());
    }

    private Deed type(Line line) throws LineFault {
        var text = line.quoted("what to type");
        if (line.isOver()) {
            return new Deed.Type(text, Optional.empty());
        }
        if (!line.takes("in")) {
            throw line.expected("in and a field, or the end of the line");
        }
        return new Deed.Type(text, Optional.of(targets.target(line)));
    }

    private static Deed keys(Line line) throws LineFault {
        int column = line.column();
        var keys = line.word("keys such as Ctrl+K or Enter");
        if (!isKey(keys)) {
            throw new LineFault(column, "expected keys such as Ctrl+K or Enter, but found " + keys);
        }
        return new Deed.Keys(keys);
    }

    private static boolean isKey(String keys) {
        try {
            return keys.length() == 1 || KeyCombination.valueOf(keys) instanceof KeyCodeCombination;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
