package daemoneye.app.audit.view;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.sample.SampleAudit;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.SampleWindow;
import daemoneye.app.shell.Page;

import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/// The page of the audit logs as a person uses it with the keyboard.
class AuditWindowTest {
    private static final int PATIENCE_SECONDS = 10;

    private final SampleWindow window = new SampleWindow();
    private final SampleAudit audit =
            new SampleAudit("agent-web")
                    .done("kim#7/operator", "Restart", "one")
                    .failed("lee#8/viewer", "Stop", "two", "PERMISSION_DENIED");

    @BeforeEach
    void open() throws Exception {
        window.caller()
                .everyone(
                        request ->
                                CompletableFuture.completedFuture(List.of(audit.answer(request))));
        window.open();
        window.show(
                SampleFleet.connected(
                        true,
                        List.of(
                                SampleFleet.healthy(
                                        "one", "process-monitor", "web-01", "process"))));
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    @Test
    void theLetterOpensItAndTheArrowsWalkIt() {
        window.press(KeyCode.A);
        assertThat(((ToggleButton) window.node("#rail-audit")).isSelected()).isTrue();
        assertThat(table().getItems()).hasSize(2);

        window.focus("#audit-search");
        window.press(KeyCode.DOWN);
        assertThat(window.text("#audit-what")).isEqualTo("Stop two");
        window.press(KeyCode.DOWN);
        assertThat(window.text("#audit-what")).isEqualTo("Restart one");
        assertThat(window.text("#audit-result")).isEqualTo("done");
        window.press(KeyCode.ESCAPE);
        assertThat(window.node("#audit-pane").isVisible()).isFalse();
        window.write("/");
        assertThat(window.focused().getId()).isEqualTo("audit-search");
    }

    @Test
    void theCorrelationIdAndTheHashesAreCopied() {
        window.press(KeyCode.A);
        window.focus("#audit-table");
        for (var what : List.of("correlation-id", "payload-blake3", "hash", "prev")) {
            window.focus("#audit-copy-" + what);
            window.press(KeyCode.SPACE);
            assertThat(clipboard()).isEqualTo(window.text("#audit-" + what)).isNotEmpty();
        }
        assertThat(window.node("#audit-copy-correlation-id").getAccessibleText())
                .isEqualTo("Copy: CORRELATION ID");
    }

    @Test
    void theVerdictIsShownAndTakenAway() throws Exception {
        window.press(KeyCode.A);
        assertThat(window.node("#audit-verdict").isVisible()).isFalse();
        window.focus("#audit-verify");
        window.press(KeyCode.SPACE);
        verdict();
        assertThat(window.text("#audit-verdict-headline"))
                .isEqualTo("Intact: 4 entries of 1 log chain without a break.");
        assertThat(window.focused().getId()).isEqualTo("audit-verify");
        window.focus("#audit-verdict-close");
        window.press(KeyCode.SPACE);
        assertThat(window.node("#audit-verdict").isVisible()).isFalse();
    }

    @Test
    void aBrokenChainIsRedAndNamed() throws Exception {
        audit.alter(2, "actor", "nobody#1/admin");
        window.press(KeyCode.A);
        window.focus("#audit-verify");
        window.press(KeyCode.SPACE);
        verdict();
        assertThat(window.text("#audit-verdict-headline")).startsWith("Broken: 1 log is not as");
        assertThat(window.node("#audit-verdict").getStyleClass()).contains("bad");
    }

    // It is worked out beside the FX thread.
    private void verdict() throws Exception {
        WaitForAsyncUtils.waitFor(
                PATIENCE_SECONDS, TimeUnit.SECONDS, () -> window.has("#audit-verdict-headline"));
        window.settle();
    }

    @Test
    void whoReadsAnEntryKeepsItWhenNewOnesCome() {
        window.press(KeyCode.A);
        window.focus("#audit-table");
        window.press(KeyCode.DOWN);
        assertThat(window.text("#audit-what")).isEqualTo("Restart one");

        audit.done("kim#7/operator", "Pause", "one");
        window.advance(Duration.ofSeconds(30));
        assertThat(table().getItems()).hasSize(3);
        assertThat(window.text("#audit-what")).isEqualTo("Restart one");
        assertThat(table().getSelectionModel().getSelectedIndex()).isEqualTo(2);
    }

    @Test
    void theCommandLineOpensItWithWords() {
        window.press(KeyCode.SHORTCUT, KeyCode.K);
        window.write("open audit actor:lee since:2026-01-01");
        window.press(KeyCode.ENTER);
        assertThat(search().getText()).isEqualTo("actor:lee since:2026-01-01");
        assertThat(table().getItems()).hasSize(1);
    }

    @Test
    void aCollectorsPageLeadsToItsAudit() {
        window.select("one");
        window.focus("#detail-audit");
        window.press(KeyCode.SPACE);
        assertThat(search().getText()).isEqualTo("collector:one");
        assertThat(table().getItems()).hasSize(1);
        assertThat(window.window().scene().lookup("#audit-table")).isNotNull();
    }

    @Test
    void whatCannotBeUnderstoodIsSaidUnderTheWords() {
        window.press(KeyCode.A);
        assertThat(window.node("#audit-complaint").isVisible()).isFalse();
        window.focus("#audit-search");
        window.write("since:soon");
        assertThat(window.text("#audit-complaint")).startsWith("soon is no time.");
        window.interact(() -> search().setText("nobody-did-this"));
        assertThat(((Labeled) window.node(".empty-title")).getText()).isEqualTo("Nothing matches");
    }

    @Test
    void everyControlHasANameAndPausingIsWritten() {
        window.press(KeyCode.A);
        for (var id : List.of("search", "live", "verify", "export", "table")) {
            assertThat(window.node("#audit-" + id).getAccessibleText()).as(id).isNotBlank();
        }
        window.focus("#audit-live");
        window.press(KeyCode.SPACE);
        assertThat(((Labeled) window.node("#audit-live")).getText()).isEqualTo("Paused");
        assertThat(window.text("#audit-status")).endsWith("paused");
    }

    @Test
    void whoLeavesThePageAsksNoMore() {
        window.press(KeyCode.A);
        window.interact(() -> window.window().open(new Page.Fleet()));
        int asked = window.caller().askedEveryone().size();
        window.advance(Duration.ofMinutes(5));
        assertThat(window.caller().askedEveryone()).hasSize(asked);
    }

    private TextField search() {
        return (TextField) window.node("#audit-search");
    }

    private TableView<?> table() {
        return (TableView<?>) window.node("#audit-table");
    }

    private String clipboard() {
        var text = new AtomicReference<>("");
        window.interact(() -> text.set(Clipboard.getSystemClipboard().getString()));
        return text.get();
    }
}
