package daemoneye.app.breakers;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.SampleWindow;
import daemoneye.rpc.client.call.breaker.BreakerKey;
import daemoneye.rpc.client.call.breaker.BreakerStanding;
import daemoneye.rpc.client.call.breaker.BreakerView;
import daemoneye.rpc.client.call.breaker.CallClass;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.id.CollectorId;

import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// An open breaker is said where a person presses the buttons that it holds back.
class BreakerPlacesTest {
    private static final BreakerKey ONE =
            new BreakerKey(new CollectorId("one"), CallClass.LIFECYCLE);
    private static final FleetSnapshot FLEET =
            SampleFleet.connected(
                    true,
                    List.of(
                            SampleFleet.healthy("one", "process-monitor", "web-01", "process"),
                            SampleFleet.healthy("two", "process-monitor", "web-02", "process")));

    private final SampleWindow window = new SampleWindow();

    @BeforeEach
    void open() throws Exception {
        window.open();
        window.resilience()
                .show(
                        new BreakerView(
                                ONE,
                                BreakerStanding.OPEN,
                                5,
                                Optional.of(Duration.ofSeconds(58)),
                                "no answer in 30 s"));
        window.show(FLEET);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void theRowSaysWhenItTriesAgain() {
        assertThat(notes()).contains("circuit open, 58 s");

        window.resilience().show();
        window.show(FLEET);
        assertThat(notes()).doesNotContain("circuit open, 58 s");
    }

    @Test
    void thePageSaysItBesideTheButtonsAndResetsWithTheKeyboard() {
        window.select("one");
        assertThat(texts("#collector-circuits .label"))
                .contains("circuit open, next probe in 58 s: no answer in 30 s");
        window.focus("#collector-circuits .button");
        window.press(KeyCode.SPACE);

        assertThat(window.resilience().resets()).containsExactly(ONE);
        assertThat(window.node("#collector-circuits").isVisible()).isFalse();
    }

    @Test
    void othersAreNotConcerned() {
        window.select("two");
        assertThat(window.node("#collector-circuits").isVisible()).isFalse();
    }

    private List<String> notes() {
        return texts(".row-note");
    }

    private List<String> texts(String query) {
        return window.all(query).stream()
                .filter(Label.class::isInstance)
                .map(node -> ((Label) node).getText())
                .toList();
    }
}
