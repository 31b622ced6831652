package daemoneye.app.demo.play;

import daemoneye.app.dashboard.Standing;
import daemoneye.app.demo.tour.Fact;

import java.util.stream.Collectors;

/// What a tour expects, in words.
final class Wish {
    private Wish() {}

    static String of(Fact fact) {
        return switch (fact) {
            case Fact.RowIs(var collector, var standings) ->
                    "row %s to say %s"
                            .formatted(
                                    collector,
                                    standings.stream()
                                            .sorted()
                                            .map(Standing::label)
                                            .collect(Collectors.joining(" or ")));
            case Fact.AllAre(_, var standing) -> "all rows to say " + standing.label();
            case Fact.Shows(var target, var text) -> target + " to show " + text;
            case Fact.Shown(var target) -> target + " to be shown";
            case Fact.Gone(var target) -> target + " to be gone";
            case Fact.Enabled(var target, var alive) ->
                    target + (alive ? " to be alive" : " to be dead");
            case Fact.NewestBeat(var collector, var missing) ->
                    "the newest beat of " + collector + (missing ? " to be lost" : " to be good");
            case Fact.LostBeats(var collector) -> "lost beats of " + collector;
            case Fact.Link(var up) -> up ? "the link to be up" : "the link to be down";
        };
    }
}
