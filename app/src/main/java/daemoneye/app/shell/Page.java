package daemoneye.app.shell;

import daemoneye.rpc.protocol.id.CollectorId;

/// Where in the console somebody is.
public sealed interface Page {
    /// All collectors.
    record Fleet() implements Page {}

    /// One collector.
    record Collector(String id) implements Page {}

    /// What this console asked for.
    record Calls() implements Page {}

    /// Who did what.
    ///
    /// @param words to look for; empty text leaves what was looked for before
    record Audit(String words) implements Page {}

    /// How the console looks and speaks.
    record Settings() implements Page {}

    /// Reads `fleet`, `calls`, `audit`, `audit:WORDS`, `settings` or `collector:ID`.
    ///
    /// @throws IllegalArgumentException with a sentence that names the choices
    static Page parse(String text) {
        if (text.equals("fleet")) {
            return new Fleet();
        }
        if (text.equals("calls")) {
            return new Calls();
        }
        if (text.equals("audit")) {
            return new Audit("");
        }
        if (text.startsWith("audit:")) {
            return new Audit(text.substring("audit:".length()).strip());
        }
        if (text.equals("settings")) {
            return new Settings();
        }
        if (text.startsWith("collector:")) {
            return new Collector(new CollectorId(text.substring("collector:".length())).text());
        }
        throw new IllegalArgumentException(
                "\""
                        + text
                        + "\" is no page: use fleet, calls, audit, audit:WORDS, settings or"
                        + " collector:ID");
    }
}
