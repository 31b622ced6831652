package daemoneye.app.demo.script;

import daemoneye.app.demo.script.line.Line;
import daemoneye.app.demo.script.line.LineFault;
import daemoneye.app.demo.script.line.ScriptFault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a tour, and finds all faults at once. Never throws, whatever the text is.
public final class ScriptParser {
    private static final String STEPS =
            "say, point, do, expect, picture, chapter, or de behind a text";

    private final String file;
    private final String name;
    private final List<ScriptFault> faults = new ArrayList<>();
    private final Header header = new Header();
    private final Story story = new Story();
    private Optional<StepParser> steps = Optional.empty();
    private int lines;

    private ScriptParser(String file, String name) {
        this.file = file;
        this.name = name;
    }

    /// @param file how faults call it
    /// @param name of the tour
    public static Parsed parse(String file, String name, String text) {
        return new ScriptParser(file, name).parse(text);
    }

    private Parsed parse(String text) {
        for (var line : text.lines().toList()) {
            lines++;
            try {
                read(Line.read(lines, line));
            } catch (LineFault e) {
                faults.add(e.at(file, lines));
            }
        }
        complain();
        return faults.isEmpty()
                ? new Parsed.Tour(header.make(name, story.chapters()))
                : new Parsed.Faulty(faults);
    }

    private void read(Line line) throws LineFault {
        if (line.isOver()) {
            return;
        }
        int column = line.column();
        var verb = line.word(steps.isEmpty() ? Header.WORDS : STEPS);
        if (verb.equals("de")) {
            var german = line.quoted("the German text");
            translate(column, german);
        } else if (Header.knows(verb)) {
            setting(verb, column, line);
        } else {
            step(verb, column, line);
        }
        line.end();
    }

    private void translate(int column, String german) throws LineFault {
        boolean taken = steps.isEmpty() ? header.translate(german) : story.translate(german);
        if (!taken) {
            throw new LineFault(
                    column,
                    "expected de only in the line behind title, about, chapter or say, once");
        }
    }

    private void setting(String verb, int column, Line line) throws LineFault {
        if (steps.isPresent()) {
            throw new LineFault(column, verb + " belongs above the first chapter");
        }
        header.read(verb, column, line);
    }

    private void step(String verb, int column, Line line) throws LineFault {
        switch (verb) {
            case "chapter" -> {
                if (steps.isEmpty()) {
                    steps = Optional.of(new StepParser(header.cast()));
                }
                story.chapter(line.quoted("the heading of the chapter"));
            }
            case "say" -> {
                inChapter(verb, column);
                story.say(line.number(), line.quoted("what to say"));
            }
            case "point" -> story.add(inChapter(verb, column).point(line));
            case "do" -> story.add(inChapter(verb, column).act(line));
            case "expect" -> story.add(inChapter(verb, column).expect(line));
            case "picture" -> story.add(inChapter(verb, column).picture(line));
            default ->
                    throw new LineFault(
                            column,
                            "expected "
                                    + (steps.isEmpty() ? Header.WORDS : STEPS)
                                    + ", but found "
                                    + verb);
        }
    }

    private StepParser inChapter(String verb, int column) throws LineFault {
        return steps.orElseThrow(
                () -> new LineFault(column, verb + " belongs below a chapter, and there is none"));
    }

    private void complain() {
        if (header.title().isEmpty()) {
            faults.addFirst(
                    new ScriptFault(file, 1, 1, "expected title \"…\" above the first chapter"));
        }
        if (story.isEmpty() && faults.isEmpty()) {
            faults.add(
                    new ScriptFault(
                            file, lines + 1, 1, "expected a chapter with at least one step"));
        }
    }

    /// The longest wait that a tour may ask for.
    static final Duration LONGEST = Duration.ofMinutes(2);
}
