package daemoneye.app.demo.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

class TourPageTest {
    private static final byte[] PNG = {1, 2, 3};

    @Test
    void aPageNeedsNoOtherFileAndFitsBothThemes() {
        var page =
                TourPage.html(
                        Locale.GERMAN,
                        "Title",
                        "About",
                        List.of(
                                new PageEntry.Heading("One"),
                                new PageEntry.Spoken("Said"),
                                new PageEntry.Figure("p", "alt", PNG, PNG, 1440, 900)),
                        "Foot");

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"de\">", "prefers-color-scheme: dark", "alt=\"alt\"")
                .contains("data:image/png;base64,AQID")
                .doesNotContain("http", "<script", "<link", "url(");
    }

    @Test
    void textNeverBecomesMarkup() {
        var hostile = "<img src=x onerror=alert(1)> & \"%s\"";
        var page =
                TourPage.html(
                        Locale.ENGLISH,
                        hostile,
                        hostile,
                        List.of(
                                new PageEntry.Heading(hostile),
                                new PageEntry.Spoken(hostile),
                                new PageEntry.Figure("p", hostile, PNG, PNG, 1, 1)),
                        hostile);

        assertThat(page).doesNotContain("<img src=x").contains("&lt;img src=x");
    }
}
