package daemoneye.app.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.WaitingCall;
import daemoneye.app.rollout.run.ScriptedAgents;
import daemoneye.app.rollout.run.ScriptedAgents.Fault;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.SampleWindow;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.protocol.value.ConfigValue;

import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// A rollout as a person meets it.
class RolloutWindowTest {
    private static final List<String> IDS = List.of("p-1", "p-2", "p-3", "p-4");

    private final SampleWindow window = new SampleWindow();
    private final ScriptedAgents agents = new ScriptedAgents(window.caller(), window.ticker(), IDS);
    private List<CollectorView> views =
            IDS.stream()
                    .map(id -> SampleFleet.healthy(id, "process-monitor", "web-" + id, "process"))
                    .toList();

    @BeforeEach
    void open() throws Exception {
        window.open();
        window.show(SampleFleet.connected(true, views));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void aCanaryThatRefusesPausesAndTheOthersArePutBack() {
        agents.fault("p-3", Fault.REFUSES);
        window.interact(
                () -> ((TableView<?>) window.node(".table-view")).getSelectionModel().selectAll());
        assertThat(words("#bulk-UpdateConfig")).isEqualTo("Configure 4 collectors…");
        window.click("#bulk-UpdateConfig");
        answer();
        window.click("#field-batch_size");
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.write("500");
        window.click("#rollout-next");
        answer();
        window.advance(ConfirmViewModel.DEAD);
        window.click("#ask-reason");
        window.write("why");
        window.click("#ask-phrase");
        window.write("4");
        window.click("#ask-confirm");
        assertThat(words("#rollout-foot")).isEqualTo("Sent in 5 s");
        window.advance(WaitingCall.GRACE);
        wave();
        wave();

        assertThat(words("#rollout-state")).startsWith("Paused").contains("Look at p-3");
        assertThat(words("#rollout-summary")).isEqualTo("3 good · 1 not changed");
        assertThat(window.node("#rollout-pause").isDisabled()).isTrue();
        window.click("#rollout-roll_back");
        wave();
        wave();
        assertThat(words("#rollout-summary")).isEqualTo("1 not changed · 3 put back");
        assertThat(agents.version("p-1")).isEqualTo(9);
        assertThat(agents.told("p-1")).doesNotContainEntry("batch_size", ConfigValue.of(500));

        window.click("#rollout-close");
        assertThat(window.has("#rollout-table")).isFalse();
        assertThat(window.node("#status-results").isVisible()).as("it can be looked at").isTrue();
    }

    @Test
    void withTheKeyboardAlone() {
        window.focus(".table-view");
        window.press(KeyCode.HOME);
        window.press(KeyCode.SHIFT, KeyCode.END);
        tabTo("bulk-UpdateConfig");
        window.press(KeyCode.SPACE);
        answer();
        assertThat(window.focused().getId()).isEqualTo("rollout-close");
        tabTo("rollout-reference");
        tabTo("field-batch_size");
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.write("500");
        window.press(KeyCode.CONTROL, KeyCode.TAB);
        window.press(KeyCode.CONTROL, KeyCode.TAB);
        window.press(KeyCode.F7);
        tabTo("rollout-next");
        window.press(KeyCode.SPACE);
        answer();
        window.advance(ConfirmViewModel.DEAD);
        tabTo("include-p-4");
        window.press(KeyCode.SPACE);
        window.advance(ConfirmViewModel.DEAD);
        tabTo("rollout-keep-one");
        window.press(KeyCode.SPACE);
        tabTo("ask-phrase");
        window.write("3");
        tabTo("ask-confirm");
        window.press(KeyCode.SPACE);
        window.advance(WaitingCall.GRACE);
        tabTo("rollout-pause");
        window.press(KeyCode.SPACE);
        wave();
        assertThat(words("#rollout-state"))
                .isEqualTo("Paused, nothing is under way. You paused it.");
        tabTo("rollout-continue");
        window.press(KeyCode.SPACE);
        wave();
        assertThat(words("#rollout-state")).contains("Keep the new settings?", "1:00");
        window.advance(Duration.ofSeconds(10));
        assertThat(words("#rollout-state")).contains("0:50");
        tabTo("rollout-keep");
        window.press(KeyCode.SPACE);

        assertThat(words("#rollout-state")).isEqualTo("Kept. 3 collectors have the new values.");
        assertThat(agents.version("p-4")).as("left out").isEqualTo(7);
        window.press(KeyCode.ESCAPE);
        assertThat(window.has("#rollout-close")).isFalse();
    }

    @Test
    void collectorsOfDifferentTypesAreNotOffered() {
        var other = SampleFleet.healthy("f", "file-monitor", "web-01", "filesystem");
        window.show(
                SampleFleet.connected(
                        true, Stream.concat(views.stream(), Stream.of(other)).toList()));
        window.interact(
                () -> ((TableView<?>) window.node(".table-view")).getSelectionModel().selectAll());

        assertThat(window.node("#bulk-UpdateConfig").isDisabled()).isTrue();
        assertThat(words("#bulk-one-type")).isEqualTo("Configure needs collectors of one type.");
    }

    @Test
    void aWindowThatClosesAsksFirst() {
        window.interact(
                () -> ((TableView<?>) window.node(".table-view")).getSelectionModel().selectAll());
        window.click("#bulk-UpdateConfig");
        answer();
        window.interact(
                () ->
                        ((javafx.scene.control.TextField) window.node("#field-batch_size"))
                                .setText("500"));
        window.click("#rollout-next");
        answer();
        window.advance(ConfirmViewModel.DEAD);
        window.click("#rollout-keep-five");
        window.click("#ask-phrase");
        window.write("4");
        window.click("#ask-confirm");
        window.advance(WaitingCall.GRACE);
        wave();
        wave();
        assertThat(words("#rollout-state")).contains("5:00");
        window.interact(() -> assertThat(window.window().mayClose(() -> {})).isFalse());

        assertThat(window.all(".target-chip"))
                .extracting(each -> ((Labeled) each).getText())
                .containsExactly("Configure 4 collectors: 4 keep new values");
    }

    private String words(String query) {
        return ((Labeled) window.node(query)).getText();
    }

    private void answer() {
        for (int more = 0; more < 5; more++) {
            window.interact(agents::answer);
        }
    }

    private void wave() {
        answer();
        views =
                views.stream()
                        .map(each -> SampleFleet.later(each, agents.version(each.id().text()), 3))
                        .toList();
        window.show(SampleFleet.connected(true, views));
        answer();
    }

    private void tabTo(String id) {
        for (int stop = 0; stop < 80; stop++) {
            if (id.equals(window.focused().getId())) {
                return;
            }
            window.press(KeyCode.TAB);
        }
        throw new AssertionError("Tab does not lead to " + id);
    }
}
