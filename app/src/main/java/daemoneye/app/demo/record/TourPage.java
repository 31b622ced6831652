package daemoneye.app.demo.record;

import java.util.Base64;
import java.util.List;
import java.util.Locale;

/// One page of HTML that needs no other file: chapters, sentences and pictures of a tour. Dark or
/// light, as the reader's system is.
final class TourPage {
    @SuppressWarnings("InlineFormatString") // too long to stand inside a method
    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s</title>
            <style>
            :root { --bg: #ffffff; --text: #1f2933; --muted: #5b6776; --line: #d9e0e7;
                    --accent: #1f6fb8; --shade: rgba(20, 30, 45, .14); }
            @media (prefers-color-scheme: dark) {
              :root { --bg: #0d1117; --text: #e6edf3; --muted: #9aa6b4; --line: #202a36;
                      --accent: #5ba6ee; --shade: rgba(0, 0, 0, .55); } }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--bg); color: var(--text);
                   font: 17px/1.6 Inter, system-ui, -apple-system, "Segoe UI", sans-serif; }
            main { max-width: 1080px; margin: 0 auto; padding: 56px 24px 96px; }
            header { border-bottom: 1px solid var(--line); padding-bottom: 24px; }
            h1 { font-size: 34px; line-height: 1.2; margin: 0 0 8px; letter-spacing: -.01em; }
            .about { color: var(--muted); font-size: 19px; margin: 0; }
            h2 { font-size: 22px; margin: 56px 0 8px; display: flex; gap: 14px;
                 align-items: baseline; }
            h2 span { color: var(--accent); font-variant-numeric: tabular-nums; }
            p { max-width: 46em; margin: 14px 0; }
            figure { margin: 24px 0 32px; }
            img { width: 100%%; height: auto; display: block; border-radius: 10px;
                  border: 1px solid var(--line); box-shadow: 0 12px 40px var(--shade); }
            footer { margin-top: 72px; padding-top: 16px; border-top: 1px solid var(--line);
                     color: var(--muted); font-size: 14px; }
            @media print { h2, figure { break-inside: avoid; } }
            </style>
            </head>
            <body><main>
            <header><h1>%s</h1><p class="about">%s</p></header>
            """;

    private TourPage() {}

    /// @param foot the last line
    static String html(
            Locale language, String title, String about, List<PageEntry> entries, String foot) {
        var page =
                new StringBuilder(
                        HEAD.formatted(
                                language.toLanguageTag(), safe(title), safe(title), safe(about)));
        int chapter = 0;
        for (var each : entries) {
            switch (each) {
                case PageEntry.Heading(var text) ->
                        page.append(
                                "<h2><span>%d</span>%s</h2>\n".formatted(++chapter, safe(text)));
                case PageEntry.Spoken(var text) -> page.append("<p>%s</p>\n".formatted(safe(text)));
                case PageEntry.Figure figure -> page.append(figure(figure));
            }
        }
        return page.append("<footer>%s</footer>\n</main></body></html>\n".formatted(safe(foot)))
                .toString();
    }

    private static String figure(PageEntry.Figure figure) {
        return """
        <figure><picture>
        <source media="(prefers-color-scheme: dark)" srcset="%s">
        <img src="%s" alt="%s" width="%d" height="%d" loading="lazy">
        </picture></figure>
        """
                .formatted(
                        inline(figure.dark()),
                        inline(figure.light()),
                        safe(figure.alt()),
                        figure.width(),
                        figure.height());
    }

    private static String inline(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    /// Text that cannot become markup.
    static String safe(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
