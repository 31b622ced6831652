package daemoneye.app.demo.play;

import daemoneye.app.demo.scene.Hand;
import daemoneye.app.demo.tour.Fact;
import daemoneye.app.demo.tour.Step;
import daemoneye.app.demo.tour.Target;
import daemoneye.app.demo.tour.Walkthrough;
import daemoneye.app.demo.world.World;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.scene.Scene;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Plays one tour in one window, from the first step to the last, once. Its thread may block; the
/// FX thread never waits for it.
public final class Director {
    private final Walkthrough tour;
    private final Stagecraft stage;
    private final Control control;
    private final Pace pace;
    private final Locale language;
    private final Ticker ticker;
    private final Performer performer;
    private final List<Said> said = new ArrayList<>();
    private Optional<Target> pointed = Optional.empty();

    /// What was said, and of what.
    private record Said(String sentence, Optional<Target> about) {}

    /// @param hand also tells others whether an event comes from it
    /// @param fxThread where the window lives
    public Director(
            Walkthrough tour,
            Scene scene,
            Hand hand,
            World world,
            Stagecraft stage,
            Control control,
            Pace pace,
            Locale language,
            Ticker ticker,
            Executor fxThread) {
        this.tour = tour;
        this.stage = stage;
        this.control = control;
        this.pace = pace;
        this.language = language;
        this.ticker = ticker;
        performer = new Performer(scene, hand, world, stage, control, pace, ticker, fxThread);
    }

    /// Plays it; blocks until its end.
    public Outcome play() throws InterruptedException {
        long since = ticker.nanos();
        int line = 0;
        try {
            for (int at = 0; at < tour.chapters().size(); at++) {
                begin(at);
                for (var step : tour.chapters().get(at).steps()) {
                    line = step.line();
                    control.gate();
                    play(step);
                    lookBackIfWished();
                }
            }
            return new Outcome.Done(ticker.since(since));
        } catch (StepFailed e) {
            return new Outcome.Failed(line, e.sentence());
        } catch (Control.Stopped e) {
            return new Outcome.Stopped();
        }
    }

    private void begin(int chapter) {
        var title = tour.chapters().get(chapter).title().in(language);
        performer.onFx(() -> stage.chapter(chapter + 1, tour.chapters().size(), title));
    }

    private void play(Step step) throws StepFailed, Control.Stopped, InterruptedException {
        switch (step) {
            case Step.Say(_, var words) -> say(words.in(language));
            case Step.Point(_, var target) -> {
                pointed = Optional.of(target);
                performer.point(target, patient(tour.limit()));
            }
            case Step.Do(_, var deed) -> {
                pointed = Optional.empty();
                performer.act(deed, patient(tour.limit()));
            }
            case Step.Expect(_, var fact, var within) ->
                    expect(fact, patient(within.orElse(tour.limit())));
            case Step.Picture(_, var name) -> {
                control.moment(pace.settle());
                performer.ringIfThere(pointed);
                performer.onFx(() -> stage.picture(name));
            }
        }
    }

    private Duration patient(Duration limit) {
        return limit.multipliedBy(pace.patience());
    }

    private void say(String sentence) throws Control.Stopped, InterruptedException {
        said.add(new Said(sentence, pointed));
        control.forgetNext();
        performer.onFx(() -> stage.caption(sentence, false));
        control.rest(pace.reading(sentence));
    }

    private void expect(Fact fact, Duration limit)
            throws StepFailed, Control.Stopped, InterruptedException {
        performer.until(
                limit,
                () -> {
                    var verdict = performer.judge().judge(fact);
                    stage.waitsFor(verdict.holds() ? "" : verdict.there());
                    return verdict.holds()
                            ? Optional.empty()
                            : Optional.of(
                                    "expected %s within %d s, but %s"
                                            .formatted(
                                                    Wish.of(fact),
                                                    limit.toSeconds(),
                                                    verdict.there()));
                });
    }

    // What was done stays done, so only what was said can be seen again.
    private void lookBackIfWished() throws Control.Stopped, InterruptedException {
        if (!control.wantsBack()) {
            return;
        }
        int at = Math.max(0, said.size() - 2);
        control.forgetBack();
        while (at < said.size() - 1) {
            show(said.get(at), true);
            switch (control.wish()) {
                case BACK -> at = Math.max(0, at - 1);
                case NEXT -> at++;
                case GO_ON -> at = said.size();
            }
        }
        if (!said.isEmpty()) {
            show(said.getLast(), false);
            performer.ringIfThere(pointed);
        }
    }

    private void show(Said each, boolean back) {
        performer.onFx(() -> stage.caption(each.sentence(), back));
        performer.ringIfThere(each.about());
    }
}
