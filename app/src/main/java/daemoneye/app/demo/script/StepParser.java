package daemoneye.app.demo.script;

import daemoneye.app.demo.script.line.Line;
import daemoneye.app.demo.script.line.LineFault;
import daemoneye.app.demo.tour.Step;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Reads the steps that are no speech.
final class StepParser {
    private final TargetParser targets;
    private final DeedParser deeds;
    private final FactParser facts;
    private final Set<String> pictures = new HashSet<>();

    StepParser(Cast cast) {
        targets = new TargetParser(cast);
        deeds = new DeedParser(cast, targets);
        facts = new FactParser(cast, targets);
    }

    Step point(Line line) throws LineFault {
        return new Step.Point(line.number(), targets.target(line));
    }

    Step act(Line line) throws LineFault {
        return new Step.Do(line.number(), deeds.deed(line));
    }

    Step expect(Line line) throws LineFault {
        var fact = facts.fact(line);
        Optional<Duration> within =
                line.takes("within") ? Optional.of(line.time()) : Optional.empty();
        return new Step.Expect(line.number(), fact, within);
    }

    Step picture(Line line) throws LineFault {
        int column = line.column();
        var name = line.plain("a name for the picture");
        if (!pictures.add(name)) {
            throw new LineFault(column, "this tour has a picture " + name + " already");
        }
        return new Step.Picture(line.number(), name);
    }
}
