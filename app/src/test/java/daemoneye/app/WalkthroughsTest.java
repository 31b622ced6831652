package daemoneye.app;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.controls.Theme;
import daemoneye.app.demo.Rehearsal;
import daemoneye.app.demo.Tours;
import daemoneye.app.demo.play.Outcome;
import daemoneye.app.demo.play.Pace;
import daemoneye.app.demo.play.Stagecraft;
import daemoneye.app.demo.tour.Walkthrough;
import daemoneye.app.launch.WindowSize;
import daemoneye.app.launch.display.Display;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.testfx.api.FxToolkit;

import java.util.List;
import java.util.Locale;

/// Every walkthrough, from its first step to its last, on a real broker, a real agent and real
/// collectors: what a tour tells is true.
@Timeout(240)
class WalkthroughsTest {
    /// The smallest window, less the strip that a tour has below it.
    private static final WindowSize SMALLEST = new WindowSize(1024, 592);

    @BeforeAll
    static void startTheToolkit() throws Exception {
        Display.doWithout();
        FxToolkit.registerPrimaryStage();
    }

    static List<String> walkthroughs() {
        return Tours.NAMES;
    }

    @ParameterizedTest
    @MethodSource("walkthroughs")
    void aWalkthroughTellsTheTruth(String name) throws Exception {
        Walkthrough tour = Tours.find(name);
        var rehearsal = new Rehearsal(new DemoWorlds(), SMALLEST, Theme.DARK, Locale.ENGLISH);

        assertThat(rehearsal.play(tour, _ -> Stagecraft.NONE, Pace.AT_ONCE))
                .isInstanceOf(Outcome.Done.class);
    }
}
