package daemoneye.app.diagnostics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Takes out of a text whatever is secret or looks like it. Too much rather than too little: a
/// bundle goes to other people.
///
/// Known secrets (the values of the environment that have secret names, the words of token files)
/// are taken out wherever they stand. Beside them whatever follows a word like `password`, what
/// stands before the `@` of an address, and long words of letters and digits mixed, as keys and
/// tokens are.
public final class Redaction {
    /// What stands where something was taken out.
    public static final String MARK = "••••";

    private static final int LEAST_SECRET = 4;

    private static final Pattern SECRET_NAME =
            Pattern.compile(
                    "(?i).*(token|secret|passw|passphrase|credential|api_?key|private_?key|auth"
                            + "|cookie|session|_key|_pat|_pwd).*");
    private static final Pattern AFTER_A_SECRET_NAME =
            Pattern.compile(
                    "(?i)([\"']?[\\w.-]*(?:token|secret|passw(?:or)?d|passphrase|credentials?"
                        + "|api[_-]?key|private[_-]?key|authorization|cookie)[\\w.-]*[\"']?"
                        + "\\s*[=:]\\s*)(\"[^\"]*\"|'[^']*'|(?:Bearer|Basic)\\s+\\S+|[^\\s,;}\\]]+)");
    private static final Pattern OPTION =
            Pattern.compile("(?i)(--?[\\w-]*(?:token|secret|passw|key|credential)[\\w-]*\\s+)\\S+");
    private static final Pattern BEARER =
            Pattern.compile("(?i)\\b(Bearer|Basic)\\s+[A-Za-z0-9._~+/=-]{6,}");
    private static final Pattern BEFORE_AT =
            Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*:/{0,2})?[^\\s/@:\"']+:[^\\s/@\"']+@");
    private static final Pattern LONG_WORD = Pattern.compile("[A-Za-z0-9_+/=-]{24,}");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern DIGIT = Pattern.compile("[0-9]");
    private static final Pattern LETTER = Pattern.compile("[A-Za-z]");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final List<String> known;

    private Redaction(Set<String> known) {
        // The longer first: one may be part of another.
        this.known =
                known.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }

    /// @param environment whose secret values are never to appear
    /// @param tokenLines of the token files that this console uses
    public static Redaction of(Map<String, String> environment, List<String> tokenLines) {
        var secrets = new HashSet<String>();
        environment.forEach(
                (name, value) -> {
                    if (SECRET_NAME.matcher(name).matches()) {
                        secrets.add(value);
                    }
                });
        for (var line : tokenLines) {
            var words = new ArrayList<>(List.of(SPACE.split(line.strip())));
            // As it is written: name, role, secret. Of anything else all of it is secret.
            secrets.addAll(words.size() == 3 ? words.subList(2, 3) : words);
        }
        secrets.removeIf(each -> each.strip().length() < LEAST_SECRET);
        return new Redaction(secrets);
    }

    /// The same text without secrets.
    public String clean(String text) {
        var cleaned = text;
        for (var secret : known) {
            cleaned = cleaned.replace(secret, MARK);
        }
        cleaned = AFTER_A_SECRET_NAME.matcher(cleaned).replaceAll("$1" + MARK);
        cleaned = OPTION.matcher(cleaned).replaceAll("$1" + MARK);
        cleaned = BEARER.matcher(cleaned).replaceAll("$1 " + MARK);
        cleaned = BEFORE_AT.matcher(cleaned).replaceAll("$1" + MARK + "@");
        return LONG_WORD
                .matcher(cleaned)
                .replaceAll(word -> looksLikeAKey(word.group()) ? MARK : word.group());
    }

    private static boolean looksLikeAKey(String word) {
        return DIGIT.matcher(word).find()
                && LETTER.matcher(word).find()
                && !UUID.matcher(word.toLowerCase(Locale.ROOT)).matches()
                && !isPath(word);
    }

    // Parts of a path are short words each.
    private static boolean isPath(String word) {
        if (!word.contains("/")) {
            return false;
        }
        for (var part : word.split("/", -1)) {
            if (part.length() >= 24 && DIGIT.matcher(part).find()) {
                return false;
            }
        }
        return word.startsWith("/");
    }
}
