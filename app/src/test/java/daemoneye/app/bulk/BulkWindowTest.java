package daemoneye.app.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.WaitingCall;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.SampleWindow;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.protocol.state.ProcessState;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;

/// Several rows at once, as a person does it.
class BulkWindowTest {
    private final SampleWindow window = new SampleWindow();

    @BeforeEach
    void open() throws Exception {
        window.open();
        var all = new ArrayList<CollectorView>();
        for (int at = 0; at < 7; at++) {
            all.add(SampleFleet.healthy("p-" + at, "process-monitor", "web-0" + at, "process"));
        }
        window.show(SampleFleet.connected(true, all));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void withTheKeyboardAlone() {
        window.focus(".table-view");
        window.press(KeyCode.HOME);
        window.press(KeyCode.SHIFT, KeyCode.DOWN);
        window.press(KeyCode.SHIFT, KeyCode.DOWN);
        assertThat(button("#bulk-Stop").getText()).isEqualTo("Stop 3 collectors…");

        window.focus("#bulk-Stop");
        window.press(KeyCode.SPACE);
        window.advance(ConfirmViewModel.DEAD);
        window.focus("#ask-phrase");
        window.write("2");
        window.press(KeyCode.ENTER);
        assertThat(window.has("#ask-confirm")).as("two is not three").isTrue();
        window.press(KeyCode.BACK_SPACE);
        window.write("3");
        window.press(KeyCode.ENTER);
        window.advance(WaitingCall.GRACE);

        assertThat(window.asked()).containsExactly("Stop p-0", "Stop p-1", "Stop p-2");
        window.succeed(0);
        window.succeed(1);
        window.succeed(2);
        assertThat(((Label) window.node("#bulk-summary")).getText()).isEqualTo("3 done");
        window.press(KeyCode.ESCAPE);
        assertThat(window.has("#bulk-table")).isFalse();
    }

    @Test
    void theButtonCountsOnlyThoseItFits() {
        window.state("p-1", ProcessState.STOPPED);
        chooseAll();

        assertThat(button("#bulk-Stop").getText()).isEqualTo("Stop 6 collectors…");
        assertThat(button("#bulk-Start").getText()).isEqualTo("Start 1 collector");
    }

    @Test
    void shuttingDownSeveralIsDangerous() {
        chooseAll();
        window.click("#bulk-GracefulShutdown");
        window.click("#ask-reason");
        window.write("data centre moves");
        window.click("#ask-phrase");
        window.write("7 collectors");
        window.advance(ConfirmViewModel.DEAD);
        window.focus("#ask-confirm");
        window.hold(KeyCode.SPACE);
        window.advance(ConfirmViewModel.HOLD);
        window.letGo(KeyCode.SPACE);

        assertThat(window.asked()).as("a wave of five").hasSize(5);
        TableView<?> table = (TableView<?>) window.node("#bulk-table");
        assertThat(table.getItems()).hasSize(7);
    }

    private void chooseAll() {
        window.focus(".table-view");
        window.press(KeyCode.HOME);
        window.press(KeyCode.CONTROL, KeyCode.A);
    }

    private Button button(String query) {
        return (Button) window.node(query);
    }
}
