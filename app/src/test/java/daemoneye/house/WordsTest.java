package daemoneye.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What people read in the window comes from the bundles.
class WordsTest {
    private static final Path ROOT = Path.of(System.getProperty("daemoneye.root"));

    /// Sentences that no window shows in a language of its own.
    private static final List<String> ALLOWED =
            List.of(
                    // The command line speaks English, as all of `daemoneye` does.
                    "app/ConsoleCommand.java",
                    "app/ConsoleMain.java",
                    "app/ConsoleStart.java",
                    "app/ConsoleWords.java",
                    "app/EmptyWindow.java",
                    "app/DemoRun.java",
                    "app/DiagnosticsCommand.java",
                    "app/FleetLook.java",
                    "launch/ConsoleRun.java",
                    "launch/display/DisplayCheck.java",
                    "launch/LiveData.java",
                    "settings/SettingsFile.java",
                    // Faults of walkthrough files, for those who write them; and the lines that
                    // collectors of a script say, as other programs do.
                    "app/demo/",
                    // What a parser says in English, to be told in better words.
                    "draft/TextReader.java",
                    // Words of the search line's grammar.
                    "audit/view/AuditPane.java",
                    // Files for those who look for a fault.
                    "diagnostics/",
                    // Names of fonts; patterns of dates, one for each language.
                    "controls/BundledFonts.java",
                    "text/Wording.java");

    @Test
    void noWordsStandInCode() throws IOException {
        assertThat(Words.inCode(ROOT.resolve("app/src/main/java"), ALLOWED))
                .as("put it into resources/i18n/messages*.properties")
                .isEmpty();
    }

    @Test
    void noWordsStandInLayouts() throws IOException {
        try (var layouts = Files.list(ROOT.resolve("resources/fxml"))) {
            for (var layout : layouts.toList()) {
                assertThat(Words.inLayout(Files.readString(layout)))
                        .as("put it into resources/i18n/messages*.properties: " + layout)
                        .isEmpty();
            }
        }
    }

    @Test
    void wordsInCodeAreFound() {
        assertThat(Words.in("var x = new Label(\"Fleet\");")).containsExactly("\"Fleet\"");
        assertThat(Words.in("return \"not sent at all\";")).containsExactly("\"not sent at all\"");
        assertThat(Words.in("button.setText(\"–\"); // \"two words\"")).isEmpty();
        assertThat(Words.in("LOG.warn(\"not sent at all\");")).isEmpty();
        assertThat(Words.in("throw new IllegalStateException(\"no such row\");")).isEmpty();
        assertThat(Words.inLayout("<Label text=\"Fleet\"/><Label text=\"%fleet\"/>")).hasSize(1);
    }
}
