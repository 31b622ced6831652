package daemoneye.app.demo.script;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.dashboard.Standing;
import daemoneye.app.demo.script.line.ScriptFault;
import daemoneye.app.demo.tour.Deed;
import daemoneye.app.demo.tour.Fact;
import daemoneye.app.demo.tour.Step;
import daemoneye.app.demo.tour.Target;
import daemoneye.app.demo.tour.Walkthrough;
import daemoneye.app.demo.tour.Wanted;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

class ScriptParserTest {
    private static final String HEAD = "title \"T\"\nscripted dnsmond\nchapter \"C\"\n";

    @Test
    void readsEveryKindOfStepInItsOrder() {
        var steps =
                tour("""
                say "Hello" // a comment
                point #table
                do hold #ask-confirm 1.5s
                do type "a \\"b\\" // c" in %header.searchName
                do slow dnsmond 800ms
                expect row dnsmond is failed or stopped within 5s
                expect cell procmond beats is shown
                expect #x shows %row.restarts(1)
                picture one
                """)
                        .steps();

        assertThat(steps).extracting(Step::line).containsExactly(4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(steps.get(2))
                .isEqualTo(
                        new Step.Do(
                                6,
                                new Deed.Hold(
                                        new Target.Id("ask-confirm"), Duration.ofMillis(1500))));
        assertThat(steps.get(3))
                .isEqualTo(
                        new Step.Do(
                                7,
                                new Deed.Type(
                                        "a \"b\" // c",
                                        Optional.of(
                                                new Target.Named(
                                                        new Wanted.Message(
                                                                "header.searchName",
                                                                List.of()))))));
        assertThat(steps.get(5))
                .isEqualTo(
                        new Step.Expect(
                                9,
                                new Fact.RowIs(
                                        "dnsmond", Set.of(Standing.FAILED, Standing.STOPPED)),
                                Optional.of(Duration.ofSeconds(5))));
    }

    @Test
    void aTranslationBelongsToTheTextBeforeIt() {
        var tour = parsed("title \"A\"\nde \"B\"\nchapter \"C\"\nde \"D\"\nsay \"E\"\nde \"F\"");

        assertThat(tour.title().in(Locale.GERMAN)).isEqualTo("B");
        assertThat(tour.chapters().getFirst().title().in(Locale.GERMAN)).isEqualTo("D");
        assertThat(((Step.Say) tour.steps().getFirst()).words().in(Locale.GERMAN)).isEqualTo("F");
        assertThat(((Step.Say) tour.steps().getFirst()).words().in(Locale.FRENCH)).isEqualTo("E");
    }

    @Test
    void theHeaderSaysWhoPlaysAndHowLongToWait() {
        var tour =
                parsed(
                        "title \"A\"\nlimit 90s\nspeed 1.5\ncollectors fsmond\nscripted a b\n"
                                + "chapter \"C\"\nsay \"E\"");

        assertThat(tour.limit()).isEqualTo(Duration.ofSeconds(90));
        assertThat(tour.speed()).isEqualTo(1.5);
        assertThat(tour.collectors()).containsExactly("fsmond");
        assertThat(tour.scripted()).containsExactly("a", "b");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                    sai "x"                          | 1  | expected say, point, do, expect
                    say                              | 4  | expected what to say in quotes, but the line ends
                    say ""                           | 5  | the quotes are empty
                    say "x                           | 5  | this quote is never closed
                    say "x\\n"                       | 7  | after \\ comes
                    say "x" "y"                      | 9  | expected the end of the line, but found "y"
                    point                            | 6  | expected #id, "a name"
                    point #                          | 7  | expected an id behind #
                    point row                        | 10 | expected a collector
                    point row nobody                 | 11 | nobody is not a collector of this tour: expected procmond
                    point row Über                   | 11 | of a-z 0-9 _ -
                    point cell procmond colour       | 21 | the fleet has no column colour: expected state
                    point line #t                    | 14 | expected a text in quotes
                    point %no.such.key               | 7  | the window has no message %no.such.key
                    expect #x shows %row.restarts("1") | 17 | takes other values
                    expect #x shows %guard.title       | 17 | begins with a value
                    expect #x shows %row.restarts(1  | 32 | expected ) after the values
                    do dance                         | 4  | expected click, double-click
                    do                               | 3  | expected click, double-click
                    do kill dnsmond                  | 9  | dnsmond is not a collector with a process
                    do silence procmond              | 12 | procmond is not a scripted collector
                    do slow dnsmond                  | 16 | expected a time such as 5s
                    do slow dnsmond fast             | 17 | expected a time such as 5s or 800ms, but found fast
                    do cut rope                      | 8  | expected link
                    do type "x" into #y              | 13 | expected in and a field
                    do keys Ctrl+Nonsense            | 9  | expected keys such as Ctrl+K
                    expect                           | 7  | expected #id
                    expect row dnsmond               | 19 | expected is or shows
                    expect row dnsmond is sad        | 23 | expected shown, gone, unresponsive
                    expect #x is sad                 | 14 | expected shown, gone, enabled or disabled
                    expect beat lost dnsmond         | 13 | expected missing or good
                    expect beats good dnsmond        | 14 | expected lost
                    expect link there                | 13 | expected up or down
                    expect all dnsmond               | 12 | expected are
                    expect #x is shown within        | 26 | expected a time
                    expect #x is shown soon          | 20 | expected the end of the line, but found soon
                    picture A/B                      | 9  | of a-z 0-9 _ -
                    limit 5s                         | 1  | limit belongs above the first chapter
                    de "x"                           | 0  | -
                    """)
    void aFaultIsSaidAtItsPlace(String line, int column, String sentence) {
        if (column == 0) {
            assertThat(ScriptParser.parse("f", "f", HEAD + line + "\nsay \"x\""))
                    .as("translates the chapter")
                    .isInstanceOf(Parsed.Tour.class);
            return;
        }
        var faults = faults(HEAD + line + "\nsay \"x\"");

        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().line()).isEqualTo(4);
        assertThat(faults.getFirst().column()).isEqualTo(column);
        assertThat(faults.getFirst().sentence()).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit 3000s",
                "limit soon",
                "speed 99",
                "speed NaN",
                "collectors dnsmond",
                "scripted procmond",
                "scripted a a",
                "title \"again\"",
                "say \"before any chapter\"",
                "de \"of nothing\""
            })
    void aFaultInTheHeaderIsSaidToo(String line) {
        var faults =
                faults(
                        "title \"T\"\nabout \"x\"\n\n// c\nspeed 1\n"
                                + line
                                + "\nchapter \"C\"\nsay \"x\"");

        assertThat(faults).hasSize(1);
        assertThat(faults.getFirst().line()).isEqualTo(6);
    }

    @Test
    void allFaultsAreSaidAtOnce() {
        var faults = faults("chapter \"C\"\npoint\ndo dance\nexpect\npicture p\npicture p\n");

        assertThat(faults).extracting(ScriptFault::line).containsExactly(1, 2, 3, 4, 6);
        assertThat(faults.get(1)).hasToString("bad.walkthrough:2:6: " + faults.get(1).sentence());
    }

    @Test
    void aFileWithoutStepsIsNoTour() {
        assertThat(faults("")).hasSize(1);
        assertThat(faults("title \"T\"")).hasSize(1);
        assertThat(faults("title \"T\"\nchapter \"C\"")).hasSize(1);
    }

    @Test
    void noiseIsRefusedAndNeverThrows() {
        var random = new Random(7);
        var letters = "say do point expect \"%#(),\\/ row é\u0000\n\t1s";
        for (int round = 0; round < 2000; round++) {
            var text = new StringBuilder(HEAD);
            for (int each = random.nextInt(60); each > 0; each--) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(ScriptParser.parse("f", "f", text.toString())).isNotNull();
        }
    }

    private static Walkthrough tour(String steps) {
        return parsed(HEAD + steps);
    }

    private static Walkthrough parsed(String text) {
        var parsed = ScriptParser.parse("good.walkthrough", "good", text);
        assertThat(parsed).isInstanceOf(Parsed.Tour.class);
        return ((Parsed.Tour) parsed).walkthrough();
    }

    private static List<ScriptFault> faults(String text) {
        var parsed = ScriptParser.parse("bad.walkthrough", "bad", text);
        assertThat(parsed).isInstanceOf(Parsed.Faulty.class);
        return ((Parsed.Faulty) parsed).faults();
    }
}
