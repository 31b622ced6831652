package daemoneye.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.SampleWindow;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.state.Liveness;
import daemoneye.rpc.protocol.state.ProcessState;

import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/// A window that was closed takes its memory with it.
@Timeout(120)
class ClosedWindowTest {
    private static final int WINDOWS = 3;

    @Test
    void nothingHoldsAClosedWindow() throws Exception {
        var scenes = new ArrayList<WeakReference<Object>>();
        for (int at = 0; at < WINDOWS; at++) {
            scenes.add(openAndClose());
        }
        // The toolkit keeps the window that had the focus last.
        openAndClose();

        assertThat(scenes).allMatch(ClosedWindowTest::isGone);
    }

    private static WeakReference<Object> openAndClose() throws Exception {
        var window = new SampleWindow();
        window.open();
        window.show(
                SampleFleet.connected(
                        true,
                        List.of(
                                SampleFleet.collector(
                                        "procmond",
                                        ProcessState.RUNNING,
                                        Liveness.LIVE,
                                        HealthStatus.HEALTHY))));
        window.select("procmond");
        window.click("#act-Pause");
        window.succeed(0);
        window.click("#act-Stop");
        window.press(KeyCode.ESCAPE);
        window.click("#act-UpdateConfig");
        window.press(KeyCode.ESCAPE);
        for (var page : List.of("#rail-calls", "#rail-audit", "#rail-settings", "#rail-fleet")) {
            window.click(page);
        }
        window.press(KeyCode.CONTROL, KeyCode.K);
        var scene = new WeakReference<Object>(window.window().scene());
        window.close();
        return scene;
    }

    private static boolean isGone(WeakReference<?> reference) {
        for (int tries = 0; tries < 20 && reference.get() != null; tries++) {
            System.gc();
        }
        return reference.get() == null;
    }
}
