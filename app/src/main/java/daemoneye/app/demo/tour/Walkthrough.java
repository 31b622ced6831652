package daemoneye.app.demo.tour;

import java.time.Duration;
import java.util.List;

/// One tour, as its file tells it.
///
/// @param name of its file, without the ending
/// @param about one sentence for the list of tours
/// @param collectors real ones that it needs, as processes of their own
/// @param scripted collectors whose faults the tour decides
/// @param limit the longest wait of an `expect` that names none itself
/// @param speed 1 is the usual pace of reading
public record Walkthrough(
        String name,
        Words title,
        Words about,
        List<String> collectors,
        List<String> scripted,
        Duration limit,
        double speed,
        List<Chapter> chapters) {
    /// What a tour waits if it does not say otherwise.
    public static final Duration USUAL_LIMIT = Duration.ofSeconds(20);

    public Walkthrough {
        collectors = List.copyOf(collectors);
        scripted = List.copyOf(scripted);
        chapters = List.copyOf(chapters);
    }

    /// A part of a tour with a heading of its own.
    public record Chapter(Words title, List<Step> steps) {
        public Chapter {
            steps = List.copyOf(steps);
        }
    }

    /// Every step, in order.
    public List<Step> steps() {
        return chapters.stream().flatMap(each -> each.steps().stream()).toList();
    }
}
