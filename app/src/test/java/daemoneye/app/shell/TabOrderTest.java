package daemoneye.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.SampleWindow;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// The keyboard alone reaches everything, in the order in which one reads.
class TabOrderTest {
    private static final int MOST_STOPS = 60;

    private final SampleWindow window = new SampleWindow();

    @BeforeEach
    void open() throws Exception {
        window.open();
        window.show(
                SampleFleet.connected(
                        true,
                        List.of(
                                SampleFleet.healthy(
                                        "netmond", "network-monitor", "web-02", "network"))));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void tabGoesFromTheRailOverTheHeaderToThePageAndRound() {
        for (var page : List.of("f", "c", "s")) {
            window.focus("#rail-fleet");
            window.write(page);
            var stops = stops();

            assertThat(names(stops))
                    .as("page %s", page)
                    .containsSubsequence("rail-help", "profile-menu", "search", "commands")
                    .hasSizeGreaterThan(6);
            assertThat(stops).as("each once").doesNotHaveDuplicates().allMatch(this::isInView);
        }
    }

    @Test
    void eachChoiceIsOneStopAndArrowsGoAboutInIt() {
        window.write("s");
        window.focus("#rail-fleet");

        assertThat(names(stops()))
                .containsSubsequence(
                        "commands",
                        "settings-language-english",
                        "settings-theme-dark",
                        "settings-motion-system");
        window.focus("#settings-motion-system");
        window.press(KeyCode.RIGHT);
        assertThat(window.focused().getId()).isEqualTo("settings-motion-full");
        window.press(KeyCode.SPACE);
        assertThat(window.remembered().motion()).isEqualTo("full");
    }

    @Test
    void theFocusCanBeSeenOnEveryButton() {
        window.focus("#rail-fleet");
        for (var stop : stops()) {
            if (stop instanceof ButtonBase button) {
                window.interact(button::requestFocus);
                var focused = button.getBackground();
                window.interact(() -> window.node(".profile-frame").requestFocus());
                assertThat(focused)
                        .as("%s looks different with the focus", button.getId())
                        .isNotEqualTo(button.getBackground());
            }
        }
    }

    /// From what has the focus until it comes back there.
    private List<Node> stops() {
        var stops = new ArrayList<Node>();
        for (var at = window.focused();
                !stops.contains(at) && stops.size() < MOST_STOPS;
                at = window.focused()) {
            stops.add(at);
            window.press(KeyCode.TAB);
        }
        return stops;
    }

    private boolean isInView(Node node) {
        Bounds at = node.localToScene(node.getBoundsInLocal());
        return at.getWidth() > 0 && at.getMinX() >= 0 && at.getMinY() >= 0;
    }

    private static List<String> names(List<Node> stops) {
        return stops.stream().map(each -> String.valueOf(each.getId())).toList();
    }
}
