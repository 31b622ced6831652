package daemoneye.app.demo.play;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;

import java.time.Duration;
import java.util.Optional;

/// What a tour itself shows over the window: captions, a pointer, a ring. FX thread.
public interface Stagecraft {
    /// A chapter begins.
    ///
    /// @param number from 1
    void chapter(int number, int of, String title);

    /// Shows a sentence until the next one.
    ///
    /// @param lookingBack it was said before; what was done stays done
    void caption(String sentence, boolean lookingBack);

    /// What the tour waits for, for people who wonder; empty text for nothing.
    void waitsFor(String what);

    /// Draws a ring around this part of the scene, or takes it away.
    void ring(Optional<Bounds> place);

    /// Sends the pointer there.
    void pointer(Point2D place, Duration travel);

    /// Shows that the pointer presses, or no longer does.
    void pressed(boolean down);

    /// Takes a picture of the window.
    void picture(String name);

    /// Shows nothing at all.
    Stagecraft NONE =
            new Stagecraft() {
                @Override
                public void chapter(int number, int of, String title) {}

                @Override
                public void caption(String sentence, boolean lookingBack) {}

                @Override
                public void waitsFor(String what) {}

                @Override
                public void ring(Optional<Bounds> place) {}

                @Override
                public void pointer(Point2D place, Duration travel) {}

                @Override
                public void pressed(boolean down) {}

                @Override
                public void picture(String name) {}
            };
}
