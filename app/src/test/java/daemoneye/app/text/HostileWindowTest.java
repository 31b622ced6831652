package daemoneye.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.sample.HostileFleet;
import daemoneye.app.sample.SampleReports;
import daemoneye.app.sample.SampleWindow;
import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.message.RpcStatus;

import javafx.geometry.BoundingBox;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/// Text of others that means harm, on every page and in every dialog: what is drawn has no control
/// characters and no marks of direction, and everything stays where it belongs.
class HostileWindowTest {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 700;

    /// So much of what others wrote may stand in one place; a line of output has 300.
    private static final int MOST_TEXT = 4000;

    private final SampleWindow window = new SampleWindow();

    @BeforeEach
    void open() throws Exception {
        window.open();
        window.show(HostileFleet.snapshot());
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void inTheTableAndOnThePageOfACollector() {
        staysInShape("fleet");
        window.focus(".table-view");
        window.press(KeyCode.HOME);
        window.press(KeyCode.CONTROL, KeyCode.A);
        staysInShape("several rows");
        window.select(HostileFleet.LONG_ID);
        staysInShape("collector");
        assertThat(window.bounds("#act-Stop").getMaxX()).isLessThan(WIDTH);
    }

    @Test
    void inQuestionsAndTheMessagesAfterThem() {
        window.select(HostileFleet.LONG_ID);
        window.click("#act-Stop");
        staysInShape("question");
        assertThat(window.bounds(".dialog-card").getMaxY()).isLessThanOrEqualTo(HEIGHT);
        window.press(KeyCode.ESCAPE);
        window.click("#act-HealthCheck");
        fail(0);
        staysInShape("message");
        window.click("#rail-calls");
        window.focus("#calls-table");
        window.press(KeyCode.DOWN);
        staysInShape("calls");
        assertThat(window.bounds("#calls-table").getMaxX()).isLessThan(WIDTH);
    }

    @Test
    void inTheShutdownOfOne() {
        window.select(HostileFleet.LONG_ID);
        window.click("#act-GracefulShutdown");
        staysInShape("shutdown form");
        window.click("#how-emergency");
        window.advance(ConfirmViewModel.DEAD);
        confirm(HostileFleet.LONG_ID);
        window.report(
                0,
                SampleReports.of(
                        "step",
                        HostileFleet.EVIL,
                        "task",
                        HostileFleet.EVIL,
                        "outcome",
                        HostileFleet.EVIL,
                        "phase",
                        HostileFleet.EVIL));
        staysInShape("shutdown under way");
        fail(0);
        staysInShape("shutdown over");
        assertThat(window.bounds(".dialog-card").getMaxY()).isLessThanOrEqualTo(HEIGHT);
        assertThat(window.node("#shutdown-close").isVisible()).isTrue();
    }

    @Test
    void inTheTableOfSeveral() {
        window.focus(".table-view");
        window.press(KeyCode.HOME);
        window.press(KeyCode.CONTROL, KeyCode.A);
        window.click("#bulk-GracefulShutdown");
        staysInShape("form for several");
        window.advance(ConfirmViewModel.DEAD);
        confirm(HostileFleet.COUNT + " collectors");
        for (int call = 0; call < HostileFleet.COUNT; call++) {
            fail(call);
        }
        window.focus("#bulk-table");
        window.press(KeyCode.HOME);
        staysInShape("results of several");
        assertThat(window.bounds(".dialog-card").getMaxY()).isLessThanOrEqualTo(HEIGHT);
        assertThat(window.bounds("#bulk-export-json").getMaxX()).isLessThan(WIDTH);
    }

    @Test
    void inTheCommandLineAndTheSearch() {
        window.press(KeyCode.CONTROL, KeyCode.K);
        for (var line : new String[] {"stop host:", "stop type:", HostileFleet.EVIL}) {
            window.interact(() -> ((TextInputControl) window.node(".palette-line")).setText(line));
            for (var node : window.all(".palette-way")) {
                isHarmless("palette", node);
            }
            assertThat(window.bounds(".dialog-card").getMaxX()).isLessThan(WIDTH);
        }
        window.press(KeyCode.ESCAPE);
        window.press(KeyCode.SLASH);
        window.interact(
                () -> ((TextInputControl) window.focused()).setText("x:" + HostileFleet.EVIL));
        window.press(KeyCode.TAB);
        assertThat(window.bounds(".profile-frame").getWidth()).isEqualTo(WIDTH);
        for (var node : window.all(".empty-text")) {
            isHarmless("search", node);
        }
    }

    private void confirm(String phrase) {
        window.focus("#ask-reason");
        window.interact(
                () -> ((TextInputControl) window.node("#ask-reason")).setText(HostileFleet.EVIL));
        window.focus("#ask-phrase");
        window.write(phrase);
        window.advance(ConfirmViewModel.DEAD);
        window.focus("#ask-confirm");
        window.hold(KeyCode.SPACE);
        window.advance(ConfirmViewModel.HOLD);
        window.letGo(KeyCode.SPACE);
    }

    private void fail(int call) {
        window.end(
                call,
                new CallOutcome.Failed(
                        RpcStatus.ERROR,
                        RpcError.unknown(ErrorCode.INTERNAL_ERROR, HostileFleet.EVIL),
                        Duration.ofMillis(4)));
    }

    private void staysInShape(String where) {
        window.settle();
        // By what they take of the layout: the shadow of a wide card is painted beyond the edge.
        var whole = new BoundingBox(0, 0, WIDTH, HEIGHT);
        for (var style : List.of(".profile-frame > *", ".dialog-card")) {
            for (var node : window.all(style)) {
                var taken = node.localToScene(node.getLayoutBounds());
                assertThat(whole.contains(taken)).as(where + ": " + node + taken).isTrue();
            }
        }
        assertThat(window.bounds(".console-status").getMaxY())
                .as(where)
                .isLessThanOrEqualTo(HEIGHT);
        for (var node : window.all("*")) {
            isHarmless(where, node);
        }
    }

    private static void isHarmless(String where, Node node) {
        var text =
                switch (node) {
                    case Labeled labeled -> labeled.getText();
                    case Text drawn -> drawn.getText();
                    default -> "";
                };
        if (text == null || node.getParent() == null || isTyped(node)) {
            return;
        }
        assertThat(text).as(where).hasSizeLessThan(MOST_TEXT);
        assertThat(text.codePoints())
                .as("%s: %s", where, text)
                .noneMatch(each -> Character.getType(each) == Character.FORMAT)
                .noneMatch(each -> Character.isISOControl(each) && each != '\n');
    }

    // What a person types is shown as typed, in its field.
    private static boolean isTyped(Node node) {
        for (var each = node.getParent(); each != null; each = each.getParent()) {
            if (each instanceof TextInputControl) {
                return true;
            }
        }
        return false;
    }
}
