package daemoneye.app.sample;

import daemoneye.app.backend.NoBackend;
import daemoneye.app.guard.ConfirmViewModel;
import daemoneye.app.guard.WaitingCall;
import daemoneye.rpc.protocol.payload.GenericPayload;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What somebody does in a window on the page of "one", and leaves standing: each page, each kind
/// of dialog at each of its places, each change of the whole window.
public enum InUse {
    EVERY_PAGE(
            window ->
                    List.of("#rail-fleet", "#rail-calls", "#rail-audit", "#rail-settings")
                            .forEach(window::click)),
    PALETTE(
            window -> {
                window.press(KeyCode.CONTROL, KeyCode.K);
                window.write("restart all");
            }),
    KEYS(window -> window.write("?")),
    TOAST(
            window -> {
                window.click("#act-Pause");
                answer(window, new GenericPayload(Map.of()));
            }),
    QUESTION(window -> window.click("#act-Stop")),
    HELD_BACK(
            window -> {
                window.click("#act-Stop");
                confirm(window);
            }),
    SHUTDOWN_FORM(window -> window.click("#act-GracefulShutdown")),
    SHUTDOWN(
            window -> {
                window.click("#act-GracefulShutdown");
                confirm(window);
                window.advance(WaitingCall.GRACE);
                window.report(last(window), SampleReports.preparing());
            }),
    SHUTDOWN_OF_SEVERAL(window -> several(window, "#bulk-GracefulShutdown")),
    RESULTS(window -> several(window, "#bulk-Pause")),
    CONFIG_FORM(InUse::edit),
    CONFIG_TEXT(
            window -> {
                edit(window);
                window.click("#config-tab-text");
                window.interact(() -> text(window, "#config-text").appendText(" "));
            }),
    CONFIG_REVIEW(InUse::review),
    CONFIG_HISTORY(
            window -> {
                edit(window);
                window.click("#config-tab-history");
                answer(window, ConfigAnswers.history());
                window.focus("#config-history");
                window.press(KeyCode.DOWN);
            }),
    QUIT(
            window -> {
                window.click("#act-Pause");
                window.interact(() -> window.window().mayClose(() -> {}));
            }),
    CONNECTIONS(
            window -> {
                window.press(KeyCode.CONTROL, KeyCode.L);
                window.press(KeyCode.UP);
                window.press(KeyCode.ENTER);
            }),
    ABOUT(window -> help(window, "help-about")),
    DIAGNOSTICS(window -> help(window, "help-diagnostics")),
    CONFIG_RUN(
            window -> {
                review(window);
                answer(window, ConfigAnswers.taken(7, List.of("batch_size"), List.of()));
                confirm(window);
                window.advance(WaitingCall.GRACE);
            }),
    THEME(window -> window.write("tt")),
    LANGUAGE(
            window -> {
                window.click("#rail-settings");
                window.click("#settings-language-german");
                window.click("#settings-language-english");
            }),
    ANOTHER_CONNECTION(
            window ->
                    window.interact(
                            () ->
                                    window.window()
                                            .use(
                                                    NoBackend.starting(
                                                            "elsewhere", window.ticker()))));

    @SuppressWarnings("ImmutableEnumChecker") // a deed keeps nothing
    private final Consumer<SampleWindow> deed;

    InUse(Consumer<SampleWindow> deed) {
        this.deed = deed;
    }

    /// Does it.
    public void in(SampleWindow window) {
        deed.accept(window);
    }

    private static void several(SampleWindow window, String button) {
        window.click("#rail-fleet");
        window.interact(
                () -> ((TableView<?>) window.node(".table-view")).getSelectionModel().selectAll());
        window.click(button);
    }

    private static void edit(SampleWindow window) {
        window.click("#act-UpdateConfig");
        answer(window, ConfigAnswers.config());
        // It opens where it was left.
        window.click("#config-tab-form");
        window.interact(() -> text(window, "#field-batch_size").setText("500"));
    }

    private static void review(SampleWindow window) {
        edit(window);
        window.click("#config-review");
    }

    private static void confirm(SampleWindow window) {
        window.advance(ConfirmViewModel.DEAD);
        window.interact(() -> ((ButtonBase) window.node("#ask-confirm")).fire());
    }

    private static void help(SampleWindow window, String entry) {
        window.interact(
                () ->
                        window.window().help().entries().stream()
                                .filter(each -> each.id().equals(entry))
                                .forEach(each -> each.onPress().run()));
    }

    private static TextInputControl text(SampleWindow window, String query) {
        return (TextInputControl) window.node(query);
    }

    private static void answer(SampleWindow window, GenericPayload payload) {
        window.succeed(last(window), Optional.of(payload));
    }

    private static int last(SampleWindow window) {
        return window.caller().asked().size() - 1;
    }
}
