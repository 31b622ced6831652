package daemoneye.app.launch.window;

import javafx.animation.AnimationTimer;

/// The moment at which what a window shows now is on the screen. FX thread.
public final class FirstPaint {
    /// The first frame lays out, the second waits until that one is painted, the third follows it.
    private static final int FRAMES = 3;

    private FirstPaint() {}

    /// Runs `then` once, as soon as everything that is in the scene now has been painted.
    public static void afterwards(Runnable then) {
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames == FRAMES) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }
}
