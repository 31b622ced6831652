package daemoneye.app.demo.script;

import daemoneye.app.demo.script.line.Line;
import daemoneye.app.demo.script.line.LineFault;
import daemoneye.app.demo.tour.Walkthrough;
import daemoneye.app.demo.tour.Words;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands above the first chapter.
final class Header {
    static final String WORDS = "title, about, limit, speed, collectors, scripted or chapter";
    private static final double LEAST_SPEED = 0.25;
    private static final double MOST_SPEED = 8;

    private Optional<Words> title = Optional.empty();
    private Optional<Words> about = Optional.empty();
    private List<String> real = Cast.STANDARD;
    private List<String> scripted = List.of();
    private Duration limit = Walkthrough.USUAL_LIMIT;
    private double speed = 1;
    private String last = "";

    static boolean knows(String verb) {
        return switch (verb) {
            case "title", "about", "limit", "speed", "collectors", "scripted" -> true;
            default -> false;
        };
    }

    Optional<Words> title() {
        return title;
    }

    Cast cast() {
        return new Cast(real, scripted);
    }

    void read(String verb, int column, Line line) throws LineFault {
        last = "";
        switch (verb) {
            case "title" -> title = once(title, verb, column, line);
            case "about" -> about = once(about, verb, column, line);
            case "limit" -> limit = limit(line);
            case "speed" -> speed = speed(line);
            case "collectors" -> real = startable(line);
            default -> scripted = names(line, "the name of a scripted collector");
        }
    }

    private Optional<Words> once(Optional<Words> before, String verb, int column, Line line)
            throws LineFault {
        if (before.isPresent()) {
            throw new LineFault(column, "this tour has " + verb + " already");
        }
        var text = line.quoted("a text");
        last = verb;
        return Optional.of(new Words(text, Optional.empty()));
    }

    /// @return whether there was something to translate
    boolean translate(String german) {
        var whose = last;
        last = "";
        switch (whose) {
            case "title" ->
                    title = title.map(each -> new Words(each.english(), Optional.of(german)));
            case "about" ->
                    about = about.map(each -> new Words(each.english(), Optional.of(german)));
            default -> {
                return false;
            }
        }
        return true;
    }

    private static Duration limit(Line line) throws LineFault {
        int column = line.column();
        var time = line.time();
        if (time.compareTo(ScriptParser.LONGEST) > 0) {
            throw new LineFault(
                    column, "expected a limit of 120s at most: a tour that waits longer is stuck");
        }
        return time;
    }

    private static double speed(Line line) throws LineFault {
        int column = line.column();
        var word = line.word("a number such as 1.5");
        try {
            double number = Double.parseDouble(word);
            if (number >= LEAST_SPEED && number <= MOST_SPEED) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw new LineFault(column, "expected a speed from 0.25 to 8, but found " + word);
    }

    private static List<String> startable(Line line) throws LineFault {
        var names = new ArrayList<String>();
        do {
            int column = line.column();
            var name = line.plain("the name of a collector");
            if (!Cast.startable().contains(name)) {
                throw new LineFault(
                        column,
                        "expected procmond, netmond, fsmond or perfmond, but found " + name);
            }
            names.add(name);
        } while (!line.isOver());
        return names;
    }

    private static List<String> names(Line line, String what) throws LineFault {
        var names = new ArrayList<String>();
        do {
            int column = line.column();
            var name = line.plain(what);
            if (names.contains(name) || Cast.startable().contains(name)) {
                throw new LineFault(column, "expected a new name, but " + name + " is taken");
            }
            names.add(name);
        } while (!line.isOver());
        return names;
    }

    Walkthrough make(String name, List<Walkthrough.Chapter> chapters) {
        var heading = title.orElseThrow();
        return new Walkthrough(
                name, heading, about.orElse(heading), real, scripted, limit, speed, chapters);
    }
}
