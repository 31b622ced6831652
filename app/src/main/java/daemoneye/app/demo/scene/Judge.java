package daemoneye.app.demo.scene;

import daemoneye.app.controls.beat.HeartbeatBar;
import daemoneye.app.controls.beat.PillKind;
import daemoneye.app.controls.mark.LinkBadge;
import daemoneye.app.dashboard.Standing;
import daemoneye.app.demo.tour.Fact;
import daemoneye.app.demo.tour.Target;

import javafx.scene.Node;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Holds what a tour expects against what the window shows; never asks a view model. FX thread.
public final class Judge {
    private static final int MOST_WORDS = 200;

    private final Eyes eyes;

    public Judge(Eyes eyes) {
        this.eyes = eyes;
    }

    /// How it stands now.
    public Verdict judge(Fact fact) {
        return switch (fact) {
            case Fact.RowIs(var collector, var standings) -> rowIs(collector, standings);
            case Fact.AllAre(var collectors, var standing) -> allAre(collectors, standing);
            case Fact.Shows(var target, var text) -> shows(target, text.text());
            case Fact.Shown(var target) -> shown(target, true);
            case Fact.Gone(var target) -> shown(target, false);
            case Fact.Enabled(var target, var wanted) -> enabled(target, wanted);
            case Fact.NewestBeat(var collector, var missing) -> newestBeat(collector, missing);
            case Fact.LostBeats(var collector) -> lostBeats(collector);
            case Fact.Link(var connected) -> link(connected);
        };
    }

    private Verdict rowIs(String collector, Set<Standing> wanted) {
        return eyes.find(new Target.Cell(collector, "state"))
                .map(
                        cell -> {
                            var words = NodeWords.all(cell);
                            boolean holds =
                                    wanted.stream().anyMatch(each -> each.label().equals(words));
                            return new Verdict(holds, "row " + collector + " says " + words);
                        })
                .orElseGet(() -> new Verdict(false, "there is no row " + collector));
    }

    private Verdict allAre(List<String> collectors, Standing standing) {
        return collectors.stream()
                .map(each -> rowIs(each, Set.of(standing)))
                .filter(verdict -> !verdict.holds())
                .findFirst()
                .orElseGet(() -> new Verdict(true, "all say " + standing.label()));
    }

    private Verdict shows(Target target, String text) {
        return eyes.find(target)
                .map(
                        node -> {
                            var words = NodeWords.all(node);
                            boolean holds = words.contains(text.replaceAll("\\s+", " ").strip());
                            return new Verdict(holds, target + " shows " + quoted(words));
                        })
                .orElseGet(() -> missing(target));
    }

    private static String quoted(String words) {
        return words.length() > MOST_WORDS
                ? "\"" + words.substring(0, MOST_WORDS) + "…\""
                : "\"" + words + "\"";
    }

    private Verdict missing(Target target) {
        var known = eyes.known();
        return new Verdict(
                false,
                "there is no %s%s"
                        .formatted(
                                target,
                                target instanceof Target.Id && !known.isEmpty()
                                        ? "; here are " + String.join(", ", known)
                                        : ""));
    }

    private Verdict shown(Target target, boolean wanted) {
        boolean there = eyes.find(target).flatMap(NodeWalk::inView).isPresent();
        if (there) {
            return new Verdict(wanted, target + " is shown");
        }
        return wanted ? missing(target) : new Verdict(true, target + " is gone");
    }

    private Verdict enabled(Target target, boolean wanted) {
        return eyes.find(target)
                .map(
                        node ->
                                new Verdict(
                                        node.isDisabled() != wanted,
                                        target + (node.isDisabled() ? " is dead" : " is alive")))
                .orElseGet(() -> missing(target));
    }

    private Verdict newestBeat(String collector, boolean missing) {
        var kinds = beats(collector);
        if (kinds.isEmpty()) {
            return new Verdict(false, "no beats of " + collector + " are shown");
        }
        var newest = kinds.getLast();
        return new Verdict(
                (newest == PillKind.LOST) == missing,
                "the newest beat of " + collector + " is " + word(newest));
    }

    private Verdict lostBeats(String collector) {
        var kinds = beats(collector);
        return new Verdict(
                kinds.contains(PillKind.LOST),
                "none of the %d beats of %s that are shown is lost"
                        .formatted(kinds.size(), collector));
    }

    private List<PillKind> beats(String collector) {
        return eyes.find(new Target.Cell(collector, "beats")).stream()
                .flatMap(cell -> NodeWalk.all(cell, HeartbeatBar.class::isInstance).stream())
                .map(HeartbeatBar.class::cast)
                .flatMap(bar -> bar.pills().stream())
                .map(pill -> pill.kind())
                .toList();
    }

    private static String word(PillKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private Verdict link(boolean connected) {
        Optional<LinkBadge.Link> now =
                NodeWalk.all(eyes.scene().getRoot(), LinkBadge.class::isInstance).stream()
                        .map(LinkBadge.class::cast)
                        .map(LinkBadge::link)
                        .findFirst();
        return new Verdict(
                now.isPresent() && (now.get() == LinkBadge.Link.CONNECTED) == connected,
                "the link is "
                        + now.map(each -> each.name().toLowerCase(Locale.ROOT))
                                .orElse("not shown"));
    }

    /// What is in the way of pressing it; empty if it can be pressed.
    public Optional<String> hindrance(Target target) {
        var found = eyes.find(target);
        if (found.isEmpty()) {
            return Optional.of(missing(target).there());
        }
        var node = found.get();
        if (node.isDisabled()) {
            return Optional.of(target + " is dead: " + quoted(NodeWords.all(node)));
        }
        eyes.reveal(node);
        if (eyes.place(node).isEmpty()) {
            return Optional.of(target + " is out of view");
        }
        return eyes.canBePressed(node) ? Optional.empty() : Optional.of(covered(target, node));
    }

    private String covered(Target target, Node node) {
        var over =
                eyes.place(node)
                        .flatMap(point -> NodeWalk.at(eyes.scene().getRoot(), point))
                        .map(Judge::call)
                        .orElse("something");
        return target + " is covered by " + over;
    }

    private static String call(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each.getId() != null) {
                return "#" + each.getId();
            }
        }
        return Arrays.toString(node.getStyleClass().toArray());
    }
}
