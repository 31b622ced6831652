package daemoneye.app.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;

/// Saves settings without end, one version after the other, and prints the number of each that has
/// been saved. A process of its own, to be killed.
final class SettingsWriter {
    private static final int PROFILES = 40;

    private SettingsWriter() {}

    /// @param args the folder, and the first number
    public static void main(String[] args) throws IOException {
        var file = new SettingsFile(Path.of(args[0]));
        for (int number = Integer.parseInt(args[1]); ; number++) {
            file.save(version(number));
            System.out.println(number);
        }
    }

    /// Settings that can be told from all others; long, so that a torn file is a torn text.
    static ConsoleSettings version(int number) {
        var profile =
                new SavedProfile(
                        "lab " + number,
                        "tcp",
                        "broker-" + number + ".example",
                        7700,
                        "",
                        "",
                        "",
                        "red",
                        "open");
        return ConsoleSettings.standard()
                .withProfile("lab " + number)
                .withProfiles(Collections.nCopies(PROFILES, profile));
    }
}
