package daemoneye.app.launch;

import daemoneye.app.controls.Theme;
import daemoneye.app.settings.LanguageChoice;
import daemoneye.app.shell.Page;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.wire.Address;

import java.nio.file.Path;
import java.util.Optional;

/// What the person who started the console asked for.
///
/// @param connect the broker to connect to; empty to host everything here
/// @param admission what to be let in as, and with what
/// @param headless render into memory even if there is a display
/// @param screenshot take one picture, then end
/// @param out folder for the pictures that a run without a display leaves
/// @param size of window or picture
/// @param theme instead of the remembered one
/// @param language instead of the remembered one
public record ConsoleOptions(
        Optional<Address> connect,
        Admission admission,
        boolean headless,
        Optional<Path> screenshot,
        Optional<Path> out,
        Optional<WindowSize> size,
        Optional<Theme> theme,
        Optional<LanguageChoice> language,
        Page page) {}
