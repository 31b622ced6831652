package daemoneye.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

class TokensTest {
    private static final List<String> GROUNDS =
            List.of(
                    "-de-bg-deep",
                    "-de-bg",
                    "-de-surface",
                    "-de-raised",
                    "-de-hover",
                    "-de-selected",
                    "-de-field");

    private static final List<String> TEXTS =
            List.of(
                    "-de-text",
                    "-de-text-muted",
                    "-de-text-subtle",
                    "-de-accent-text",
                    "-de-healthy-text",
                    "-de-degraded-text",
                    "-de-failed-text",
                    "-de-unresponsive-text",
                    "-de-unknown-text");

    private static final List<String> SHAPES =
            List.of("-de-healthy", "-de-degraded", "-de-failed", "-de-unresponsive", "-de-accent");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyTextCanBeReadOnEveryGround(Theme theme) throws IOException {
        Tokens.of(theme).demand(4.5, TEXTS, GROUNDS);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsOnColouredButtonsCanBeRead(Theme theme) throws IOException {
        var tokens = Tokens.of(theme);
        tokens.demand(4.5, List.of("-de-on-accent"), List.of("-de-accent", "-de-accent-hover"));
        tokens.demand(4.5, List.of("-de-on-failed"), List.of("-de-failed"));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void shapesStandOutFromTheGroundsOfTablesAndCards(Theme theme) throws IOException {
        Tokens.of(theme).demand(3, SHAPES, List.of("-de-bg", "-de-surface"));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void everyNameLeadsToAColour(Theme theme) throws IOException {
        Tokens tokens = Tokens.of(theme);
        assertThat(tokens.values()).hasSizeGreaterThan(80);
        for (String name : tokens.values().keySet()) {
            assertThat(tokens.color(name)).as(name).isNotNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void bothThemesDefineTheSameNamesForTheComponents(Theme theme) throws IOException {
        Tokens tokens = Tokens.of(theme);
        String components = Tokens.text(theme.stylesheets().getLast());
        assertThat(Pattern.compile("-de-[a-z-]+").matcher(components).results())
                .isNotEmpty()
                .allSatisfy(name -> assertThat(tokens.values()).containsKey(name.group()));
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void noColourIsWrittenOutsideTheTokenFiles(Theme theme) throws IOException {
        String components = Tokens.text(theme.stylesheets().getLast());
        assertThat(components).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b|rgba?\\(|hsba?\\(");
    }
}
