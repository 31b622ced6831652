package daemoneye.app;

import daemoneye.app.controls.Theme;
import daemoneye.app.launch.ConsoleOptions;
import daemoneye.app.launch.WindowSize;
import daemoneye.app.settings.LanguageChoice;
import daemoneye.app.shell.Page;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.wire.Address;

import java.nio.file.Path;
import java.util.Optional;

/// The options of `daemoneye console` as they were typed.
record ConsoleWords(
        Optional<Address> connect,
        Admission admission,
        boolean headless,
        Optional<Path> screenshot,
        Optional<Path> out,
        Optional<String> size,
        Optional<String> theme,
        Optional<String> language,
        boolean newWindow,
        String page) {
    /// None were typed.
    static ConsoleWords none() {
        return new ConsoleWords(
                Optional.empty(),
                Admission.USUAL,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                "fleet");
    }

    /// Whether nobody wants a window.
    boolean isHeadless() {
        return headless || screenshot.isPresent();
    }

    /// What was meant.
    ///
    /// @param display whether a window can be shown
    /// @throws IllegalArgumentException with a sentence that shows the right form
    ConsoleOptions meant(boolean display) {
        return new ConsoleOptions(
                connect,
                admission,
                isHeadless() || !display,
                screenshot,
                out,
                size.map(WindowSize::parse),
                theme.map(ConsoleWords::theme),
                language.map(ConsoleWords::language),
                Page.parse(page));
    }

    private static LanguageChoice language(String code) {
        var choice = LanguageChoice.of(code);
        if (!choice.key().equals(code)) {
            throw new IllegalArgumentException(
                    "\"" + code + "\" is no language of the console: use en or de");
        }
        return choice;
    }

    private static Theme theme(String text) {
        return switch (text) {
            case "dark" -> Theme.DARK;
            case "light" -> Theme.LIGHT;
            default ->
                    throw new IllegalArgumentException(
                            "\"" + text + "\" is no theme: use dark or light");
        };
    }
}
