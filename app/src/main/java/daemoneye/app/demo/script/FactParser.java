package daemoneye.app.demo.script;

import daemoneye.app.dashboard.Standing;
import daemoneye.app.demo.script.line.Line;
import daemoneye.app.demo.script.line.LineFault;
import daemoneye.app.demo.tour.Fact;
import daemoneye.app.demo.tour.Target;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads what follows `expect`, up to `within`.
final class FactParser {
    private static final String STATES =
            Arrays.stream(Standing.values()).map(Standing::key).collect(Collectors.joining(", "));

    private final Cast cast;
    private final TargetParser targets;

    FactParser(Cast cast, TargetParser targets) {
        this.cast = cast;
        this.targets = targets;
    }

    Fact fact(Line line) throws LineFault {
        if (line.takes("beat")) {
            return beat(line);
        }
        if (line.takes("beats")) {
            return beats(line);
        }
        if (line.takes("link")) {
            return link(line);
        }
        if (line.takes("all")) {
            return all(line);
        }
        if (!TargetParser.begins(line)) {
            throw line.expected(TargetParser.FORMS + ", all, link, beat or beats");
        }
        return about(line, targets.target(line));
    }

    private Fact about(Line line, Target target) throws LineFault {
        if (line.takes("shows")) {
            return new Fact.Shows(target, targets.wanted(line));
        }
        if (!line.takes("is")) {
            throw line.expected("is or shows");
        }
        if (line.takes("shown")) {
            return new Fact.Shown(target);
        }
        if (line.takes("gone")) {
            return new Fact.Gone(target);
        }
        if (line.takes("enabled")) {
            return new Fact.Enabled(target, true);
        }
        if (line.takes("disabled")) {
            return new Fact.Enabled(target, false);
        }
        if (target instanceof Target.Row(var collector)) {
            return new Fact.RowIs(collector, standings(line));
        }
        throw line.expected("shown, gone, enabled or disabled");
    }

    private static Set<Standing> standings(Line line) throws LineFault {
        var wanted = EnumSet.noneOf(Standing.class);
        do {
            wanted.add(standing(line, "shown, gone, " + STATES));
        } while (line.takes("or"));
        return wanted;
    }

    private static Standing standing(Line line, String choices) throws LineFault {
        int column = line.column();
        var word = line.word(choices);
        return Arrays.stream(Standing.values())
                .filter(each -> each.key().equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new LineFault(column, "expected " + choices + ", but found " + word));
    }

    private Fact all(Line line) throws LineFault {
        if (!line.takes("are")) {
            throw line.expected("are, and a state");
        }
        return new Fact.AllAre(cast.everybody(), standing(line, STATES));
    }

    private Fact beat(Line line) throws LineFault {
        if (line.takes("missing")) {
            return new Fact.NewestBeat(cast.anybody(line), true);
        }
        if (line.takes("good")) {
            return new Fact.NewestBeat(cast.anybody(line), false);
        }
        throw line.expected("missing or good, and a collector");
    }

    private Fact beats(Line line) throws LineFault {
        if (!line.takes("lost")) {
            throw line.expected("lost, and a collector");
        }
        return new Fact.LostBeats(cast.anybody(line));
    }

    private static Fact link(Line line) throws LineFault {
        if (line.takes("up")) {
            return new Fact.Link(true);
        }
        if (line.takes("down")) {
            return new Fact.Link(false);
        }
        throw line.expected("up or down");
    }
}
