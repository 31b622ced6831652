package daemoneye.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// What [TokensTest] asks of words on plain grounds, for everything else that people read or see.
/// Left out on purpose, as WCAG 1.4.3 does: what is disabled, and pictures that say nothing.
class ContrastTest {
    private static final List<String> STATES =
            List.of("accent", "healthy", "degraded", "failed", "unresponsive", "unknown");

    private static final List<String> HUES =
            List.of("blue", "teal", "green", "amber", "red", "violet", "grey");

    private static final List<String> WORDS =
            List.of("-de-text", "-de-text-muted", "-de-text-subtle");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsOnSoftGroundsCanBeRead(Theme theme) throws IOException {
        var tokens = Tokens.of(theme);
        for (String state : STATES) {
            for (String below : List.of("-de-bg", "-de-surface", "-de-raised")) {
                for (String word : WORDS) {
                    assertThat(tokens.contrast(word, "-de-" + state + "-soft", below))
                            .as("%s on %s-soft over %s, %s", word, state, below, theme)
                            .isGreaterThanOrEqualTo(4.5);
                }
                assertThat(
                                tokens.contrast(
                                        "-de-" + state + "-text", "-de-" + state + "-soft", below))
                        .as("%s on itself over %s, %s", state, below, theme)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsInDifferencesAndOnPressedButtonsCanBeRead(Theme theme) throws IOException {
        var grounds = List.of("-de-added", "-de-removed", "-de-pressed", "-de-track");
        Tokens.of(theme).demand(4.5, WORDS, grounds);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theLettersOfMarksCanBeRead(Theme theme) throws IOException {
        var tokens = Tokens.of(theme);
        Map.of(
                        "-de-healthy", "-de-on-mark",
                        "-de-degraded", "-de-on-mark",
                        "-de-failed", "-de-on-failed",
                        "-de-unresponsive", "-de-on-failed")
                .forEach(
                        (mark, letter) ->
                                assertThat(tokens.contrast(letter, mark))
                                        .as("%s on %s, %s", letter, mark, theme)
                                        .isGreaterThanOrEqualTo(4.5));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theFrameOfEveryConnectionStandsOut(Theme theme) throws IOException {
        var tokens = Tokens.of(theme);
        tokens.demand(
                3,
                HUES.stream().map("-de-hue-"::concat).toList(),
                List.of("-de-bg", "-de-bg-deep", "-de-surface", "-de-field"));
        assertThat(tokens.values().keySet().stream().filter(each -> each.startsWith("-de-hue-")))
                .hasSameSizeAs(HUES);
    }

    /// So no word needs to be read on a frame's colour: it is a frame and a square, nothing else.
    @ParameterizedTest
    @EnumSource(Theme.class)
    void noWordsStandOnTheColourOfAConnection(Theme theme) throws IOException {
        for (String sheet : theme.stylesheets().subList(1, theme.stylesheets().size())) {
            assertThat(
                            Pattern.compile("(-fx-[-a-z]+):[^;{}]*-de-profile\\b")
                                    .matcher(Tokens.text(sheet))
                                    .results())
                    .allSatisfy(
                            use ->
                                    assertThat(use.group(1))
                                            .isIn("-fx-border-color", "-fx-background-color"));
        }
        var pages = Tokens.text(theme.stylesheets().getLast());
        assertThat(
                        Pattern.compile("([^{}]+)\\{[^}]*-fx-background-color:[^;]*-de-profile")
                                .matcher(pages)
                                .results())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.group(1).strip()).isEqualTo(".profile-swatch"));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void theRingOfTheFocusStandsOutFromEveryGround(Theme theme) throws IOException {
        Tokens.of(theme)
                .demand(
                        3,
                        List.of("-de-accent"),
                        List.of(
                                "-de-bg-deep",
                                "-de-bg",
                                "-de-surface",
                                "-de-raised",
                                "-de-hover",
                                "-de-selected",
                                "-de-field"));
    }

    /// Paleness takes from the contrast of words what no token shows.
    @ParameterizedTest
    @EnumSource(Theme.class)
    void onlyShapesArePale(Theme theme) throws IOException {
        for (String sheet : theme.stylesheets().subList(1, theme.stylesheets().size())) {
            assertThat(
                            Pattern.compile("([^{}]+)\\{[^}]*-fx-opacity:\\s*0?\\.")
                                    .matcher(Tokens.text(sheet))
                                    .results())
                    .allSatisfy(
                            rule ->
                                    assertThat(rule.group(1))
                                            .matches(
                                                    "(?s).*(:disabled|heartbeat-bar|state-mark|diff-absent)\\s*"));
        }
    }
}
