package daemoneye.app.demo.view;

import daemoneye.app.backend.NoBackend;
import daemoneye.app.demo.play.Control;
import daemoneye.app.demo.play.Director;
import daemoneye.app.demo.play.Outcome;
import daemoneye.app.demo.play.Pace;
import daemoneye.app.demo.scene.Hand;
import daemoneye.app.demo.tour.Walkthrough;
import daemoneye.app.demo.world.OwnWorld;
import daemoneye.app.demo.world.WorldSource;
import daemoneye.app.fx.FxThread;
import daemoneye.app.guard.Protection;
import daemoneye.app.launch.WindowSize;
import daemoneye.app.launch.window.ConsoleWindow;
import daemoneye.app.profile.Hue;
import daemoneye.app.profile.Profile;
import daemoneye.app.profile.ProfilesViewModel;
import daemoneye.app.profile.Where;
import daemoneye.app.settings.AppearanceViewModel;
import daemoneye.app.text.Language;
import daemoneye.app.text.Messages;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// A console on a fleet of its own, in which tours are played. A person may press anything at any
/// time: the tour waits then, and goes on when it is told to. FX thread.
public final class DemoWindow {
    private static final Logger LOG = LoggerFactory.getLogger(DemoWindow.class);
    private static final List<Double> SPEEDS = List.of(1.0, 2.0, 4.0, 0.5);

    private final WorldsInTurn worlds;
    private final List<Walkthrough> tours;
    private final Ticker ticker;
    private final ConsoleWindow window;
    private final TourStrip strip;
    private final TourScreen screen;
    private final Hand hand;
    private Optional<Playing> playing = Optional.empty();
    private Optional<OwnWorld> now = Optional.empty();
    private Optional<Walkthrough> chosen = Optional.empty();
    private boolean fresh;

    /// A tour under way.
    private static final class Playing {
        private final Control control;
        private boolean paused;
        private int speed;

        Playing(Control control) {
            this.control = control;
        }
    }

    /// @param tours to choose from
    /// @param workers may block
    public DemoWindow(
            WorldSource source,
            List<Walkthrough> tours,
            WindowSize size,
            AppearanceViewModel appearance,
            Ticker ticker,
            Executor workers) {
        this.tours = List.copyOf(tours);
        this.ticker = ticker;
        worlds = new WorldsInTurn(source, workers);
        var name = Messages.text("demo.profile");
        window =
                new ConsoleWindow(
                        NoBackend.starting(name, ticker),
                        ProfilesViewModel.only(
                                new Profile(
                                        name, new Where.Embedded(), Hue.VIOLET, Protection.OPEN)),
                        size.width(),
                        size.height(),
                        appearance);
        strip = new TourStrip(new Pressed());
        screen = new TourScreen(Optional.of(strip), _ -> {});
        window.frame(screen::around);
        window.scene().getStylesheets().add(DemoStyle.SHEET);
        hand = new Hand(window.scene());
        strip.caption(Messages.text("demo.welcome"));
        strip.waiting("");
        window.scene().addEventFilter(MouseEvent.MOUSE_PRESSED, this::takenOver);
        window.scene().addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    public Scene scene() {
        return window.scene();
    }

    /// Shows what there is to choose from.
    public void showTours() {
        var list = new TourList(tours, this::play, this::lookAround);
        screen.cover(Optional.of(list));
        list.close().requestFocus();
    }

    private void lookAround() {
        screen.cover(Optional.empty());
        strip.caption(Messages.text("demo.alone"));
    }

    /// Starts a fleet before anybody has chosen: there is something to see behind the list, and the
    /// first tour need not wait.
    public void prepare() {
        fresh = true;
        move(tours.getFirst());
    }

    private void move(Walkthrough cast) {
        now = Optional.empty();
        worlds.next(cast.collectors(), cast.scripted(), this::arrived, this::notStarted);
    }

    private void arrived(OwnWorld opened) {
        now = Optional.of(opened);
        window.use(opened.backend());
        chosen.ifPresent(tour -> begin(tour, opened));
    }

    /// Plays a tour on a fleet of its own that nobody has touched.
    public void play(Walkthrough tour) {
        stop();
        screen.cover(Optional.empty());
        screen.hidePointer();
        strip.chapter(tour.title().in(Language.current().locale()));
        strip.caption(Messages.text("demo.starting"));
        strip.waiting("");
        chosen = Optional.of(tour);
        if (fresh && hasCastOf(tour)) {
            now.ifPresent(world -> begin(tour, world));
        } else {
            window.use(NoBackend.starting(Messages.text("demo.profile"), ticker));
            move(tour);
        }
        fresh = false;
    }

    private boolean hasCastOf(Walkthrough tour) {
        var cast = tours.getFirst();
        return tour.collectors().equals(cast.collectors())
                && tour.scripted().equals(cast.scripted());
    }

    private void notStarted(String sentence) {
        chosen = Optional.empty();
        fresh = false;
        strip.caption(Messages.text("demo.notStarted", sentence));
        strip.running(false);
    }

    private void begin(Walkthrough tour, OwnWorld opened) {
        chosen = Optional.empty();
        var control = new Control(ticker, tour.speed());
        var begun = new Playing(control);
        playing = Optional.of(begun);
        strip.caption(tour.about().in(Language.current().locale()));
        strip.running(true);
        strip.paused(false);
        strip.speed(1);
        var director =
                new Director(
                        tour,
                        window.scene(),
                        hand,
                        opened,
                        screen,
                        control,
                        Pace.READER,
                        Language.current().locale(),
                        ticker,
                        FxThread::run);
        Thread.startVirtualThread(() -> play(director, begun));
    }

    private void play(Director director, Playing which) {
        try {
            var outcome = director.play();
            FxThread.run(() -> ended(which, outcome));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // A bug in the window must not leave a strip that waits for ever.
            LOG.error("The walkthrough ended with an error.", e);
            FxThread.run(() -> ended(which, new Outcome.Failed(0, String.valueOf(e.getMessage()))));
        }
    }

    private void ended(Playing which, Outcome outcome) {
        if (playing.filter(each -> each.equals(which)).isEmpty()) {
            return;
        }
        playing = Optional.empty();
        strip.running(false);
        screen.hidePointer();
        switch (outcome) {
            case Outcome.Done _ -> strip.waiting(Messages.text("demo.done"));
            case Outcome.Stopped() -> strip.waiting(Messages.text("demo.stopped"));
            case Outcome.Failed(var line, var sentence) -> {
                strip.caption(Messages.text("demo.failed"));
                strip.waiting(Messages.text("demo.failed.why", line, sentence));
            }
        }
    }

    private void stop() {
        playing.ifPresent(each -> each.control.stop());
        playing = Optional.empty();
        chosen = Optional.empty();
        strip.running(false);
    }

    private void takenOver(InputEvent event) {
        boolean onWindow = event.getTarget() instanceof javafx.scene.Node node && isInWindow(node);
        if (!hand.isActing() && onWindow) {
            fresh = false;
            playing.filter(each -> !each.paused)
                    .ifPresent(
                            each -> {
                                pause(each, true);
                                strip.waiting(Messages.text("demo.takenOver"));
                            });
        }
    }

    private boolean isInWindow(javafx.scene.Node node) {
        for (javafx.scene.Node each = node; each != null; each = each.getParent()) {
            if (each.equals(screen.content())) {
                return true;
            }
            if (each instanceof TourList) {
                return false;
            }
        }
        return false;
    }

    private void key(KeyEvent key) {
        if (hand.isActing()) {
            return;
        }
        switch (key.getCode()) {
            case F8 -> new Pressed().pauseOrGoOn();
            case F9 -> new Pressed().back();
            case F10 -> new Pressed().next();
            case SHIFT, CONTROL, ALT, META -> {}
            default -> {
                takenOver(key);
                return;
            }
        }
        key.consume();
    }

    private void pause(Playing each, boolean wanted) {
        each.paused = wanted;
        if (wanted) {
            each.control.pause();
        } else {
            each.control.goOn();
            strip.waiting("");
        }
        strip.paused(wanted);
    }

    /// Ends everything that was started for it.
    ///
    /// @return done when nothing runs any more
    public CompletableFuture<Void> close() {
        stop();
        window.close();
        return worlds.close();
    }

    private final class Pressed implements TourStrip.Buttons {
        @Override
        public void back() {
            playing.ifPresent(
                    each -> {
                        pause(each, true);
                        each.control.back();
                    });
        }

        @Override
        public void pauseOrGoOn() {
            playing.ifPresent(each -> pause(each, !each.paused));
        }

        @Override
        public void next() {
            playing.ifPresent(each -> each.control.next());
        }

        @Override
        public void faster() {
            playing.ifPresent(
                    each -> {
                        each.speed = (each.speed + 1) % SPEEDS.size();
                        each.control.speed(SPEEDS.get(each.speed));
                        strip.speed(SPEEDS.get(each.speed));
                    });
        }

        @Override
        public void stop() {
            DemoWindow.this.stop();
            screen.hidePointer();
            strip.waiting(Messages.text("demo.stopped"));
        }

        @Override
        public void list() {
            showTours();
        }
    }
}
