package daemoneye.app.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

@ResourceLock(Resources.LOCALE)
class LanguageTest {
    private final Locale before = Locale.getDefault();

    @AfterEach
    void backToEnglish() {
        Locale.setDefault(before);
        Language.use(Language.ENGLISH);
    }

    @Test
    void textsAndNumbersFollowTheLanguage() {
        Language.use(Language.GERMAN);

        assertThat(Messages.text("rail.fleet")).isEqualTo("Flotte");
        assertThat(Messages.text("action.several.Stop", 3)).isEqualTo("3 Kollektoren stoppen");
        assertThat(Wording.percent(0.44)).isEqualTo("0,4 %");
        assertThat(Wording.rate(12_450)).isEqualTo("12.450");
        assertThat(Wording.whole(30_000)).isEqualTo("30.000");
        assertThat(Wording.decimal(0.125)).isEqualTo("0,125");
        assertThat(Wording.age(Duration.ofMillis(340))).isEqualTo("0,3 s");
        assertThat(Wording.span(Duration.ofSeconds(725))).isEqualTo("12 m 5 s");
        assertThat(Wording.day(Instant.parse("2026-11-23T12:00:00Z"))).startsWith("23.11.2026 ");
    }

    @Test
    void englishStaysEnglishOnAGermanSystem() {
        Locale.setDefault(Locale.GERMANY);
        Language.use(Language.ENGLISH);

        assertThat(Messages.text("rail.fleet")).isEqualTo("Fleet");
        assertThat(Wording.percent(0.44)).isEqualTo("0.4 %");
    }

    @Test
    void theSystemDecidesByItsLanguageAlone() {
        Locale.setDefault(Locale.of("de", "AT"));
        assertThat(Language.ofSystem()).isEqualTo(Language.GERMAN);

        Locale.setDefault(Locale.of("fr", "FR"));
        assertThat(Language.ofSystem()).isEqualTo(Language.ENGLISH);
    }

    @Test
    void codesAreReadAndOthersRefused() {
        assertThat(Language.parse("de")).contains(Language.GERMAN);
        assertThat(Language.parse("en")).contains(Language.ENGLISH);
        assertThat(Language.parse("xx")).isEmpty();
        assertThat(Language.parse("")).isEmpty();
        assertThat(Language.GERMAN.code()).isEqualTo("de");
    }
}
