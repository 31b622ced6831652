package daemoneye.app.sample;

import org.testfx.api.FxRobot;

/// The one robot of all tests. Without a display a robot keeps the window that it saw last, and
/// every window the robot that was there before it: with a robot for each test, no window that was
/// ever opened could be forgotten.
public final class OneRobot {
    private static final FxRobot ROBOT = new FxRobot();

    private OneRobot() {}

    public static FxRobot robot() {
        return ROBOT;
    }
}
