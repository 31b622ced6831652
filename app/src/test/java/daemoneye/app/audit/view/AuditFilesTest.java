package daemoneye.app.audit.view;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.audit.AuditViewModel;
import daemoneye.app.backend.AuditBell;
import daemoneye.app.bulk.view.FileChoice;
import daemoneye.app.launch.display.Display;
import daemoneye.app.sample.SampleAudit;
import daemoneye.app.sample.SampleFleet;
import daemoneye.app.sample.ScriptedCaller;
import daemoneye.rpc.client.call.Calls;
import daemoneye.rpc.protocol.time.FakeTicker;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What is listed, as files.
class AuditFilesTest {
    @TempDir private Path folder;

    private final SampleAudit audit =
            new SampleAudit("agent-web")
                    .done("kim#7/operator", "Restart", "one")
                    .failed("lee#8/viewer", "Stop", "two", "PERMISSION_DENIED");
    private final ScriptedCaller caller = new ScriptedCaller();
    private final FakeTicker ticker = new FakeTicker();
    private final AuditViewModel model =
            new AuditViewModel(
                    new Calls(caller, "console@test", ticker),
                    AuditBell.SILENT,
                    ticker,
                    Runnable::run,
                    Runnable::run);

    @BeforeEach
    void list() throws Exception {
        Display.doWithout();
        FxToolkit.registerPrimaryStage();
        caller.everyone(
                request -> CompletableFuture.completedFuture(List.of(audit.answer(request))));
        model.show(SampleFleet.connected(true, List.of()));
        model.show(true);
        model.searchProperty().set("actor:lee");
    }

    @Test
    void exactlyTheFilteredListIsWrittenInBothForms() throws Exception {
        assertThat(save("csv", name -> Optional.of(folder.resolve(name))))
                .isEqualTo("1 entry saved to " + folder.resolve("audit.csv"));
        assertThat(folder.resolve("audit.csv"))
                .content()
                .contains("lee#8/viewer", "PERMISSION_DENIED")
                .doesNotContain("kim")
                .hasLineCount(2);
        assertThat(save("json", name -> Optional.of(folder.resolve(name)))).contains("audit.json");
        assertThat(folder.resolve("audit.json")).content().contains("lee#8").doesNotContain("kim");
    }

    @Test
    void whatCannotBeWrittenIsSaidAndLeavesNothing() throws Exception {
        assertThat(save("csv", name -> Optional.of(folder.resolve("nowhere").resolve(name))))
                .contains("could not be written", "choose another place");
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void whoThinksBetterOfItIsToldNothing() {
        var files = new AuditFiles(model, _ -> Optional.empty());
        files.save("csv");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(files.toldProperty().get()).isEmpty();
    }

    private String save(String kind, FileChoice choice) {
        var files = new AuditFiles(model, choice);
        files.save(kind);
        WaitForAsyncUtils.waitForFxEvents();
        return files.toldProperty().get();
    }
}
