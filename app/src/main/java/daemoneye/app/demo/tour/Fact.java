package daemoneye.app.demo.tour;

import daemoneye.app.dashboard.Standing;

import java.util.List;
import java.util.Set;

/// What a tour expects to see.
public sealed interface Fact {
    /// A row of the fleet begins with one of these words.
    record RowIs(String collector, Set<Standing> standings) implements Fact {
        public RowIs {
            standings = Set.copyOf(standings);
        }
    }

    /// So do the rows of all of these.
    record AllAre(List<String> collectors, Standing standing) implements Fact {
        public AllAre {
            collectors = List.copyOf(collectors);
        }
    }

    /// Words can be read there.
    record Shows(Target target, Wanted text) implements Fact {}

    /// It is there, and in view.
    record Shown(Target target) implements Fact {}

    /// It is not there, or not in view.
    record Gone(Target target) implements Fact {}

    /// It can be pressed, or not.
    record Enabled(Target target, boolean enabled) implements Fact {}

    /// The newest of the beats shown in its row is lost, or came in time.
    record NewestBeat(String collector, boolean missing) implements Fact {}

    /// At least one of the beats shown in its row is lost.
    record LostBeats(String collector) implements Fact {}

    /// The link of the window stands so.
    record Link(boolean connected) implements Fact {}
}
