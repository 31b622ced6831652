package daemoneye.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Finds words for people that stand in code or layouts, where nobody can translate them.
final class Words {
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern SENTENCE = Pattern.compile("\\p{L}{2,} \\p{L}{2,}");

    /// What shows its argument to people.
    private static final Pattern SHOWS =
            Pattern.compile(
                    "(setText|setPromptText|setAccessibleText|setAccessibleHelp|setTitle"
                            + "|new (Label|Button|Tooltip|CheckBox|MenuItem|ToggleButton"
                            + "|TableColumn)(<[^>]*>)?)\\(\\s*$");

    /// Sentences of programs for programmers, and of annotations for the command line.
    private static final Pattern FOR_OTHERS =
            Pattern.compile(
                    "LOG\\s*\\.|Exception\\(|AssertionError\\(|@Option|@Command|@SuppressWarnings");

    private static final Pattern SHOWN_IN_LAYOUT =
            Pattern.compile(
                    "(text|promptText|accessibleText|accessibleHelp|title)=\"([^%\"][^\"]*)\"");

    private Words() {}

    /// @param allowed parts of paths of files whose sentences are no words of the window
    static List<String> inCode(Path sources, List<String> allowed) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(sources)) {
            for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                if (allowed.stream().noneMatch(part -> file.toString().contains(part))) {
                    in(Files.readString(file))
                            .forEach(each -> found.add(file.getFileName() + ": " + each));
                }
            }
        }
        return found;
    }

    static List<String> in(String source) {
        var code = source.replaceAll("'\\\\?\"'", "'q'").replaceAll("(?m)(?<!:)//.*$", "");
        var found = new ArrayList<String>();
        var text = TEXT.matcher(code);
        while (text.find()) {
            var statement = statementBefore(code, text.start());
            boolean sentence =
                    SENTENCE.matcher(text.group(1)).find() && !FOR_OTHERS.matcher(statement).find();
            boolean shown =
                    SHOWS.matcher(statement).find() && text.group(1).matches("(?s).*\\p{Ll}{2}.*");
            if (sentence || shown) {
                found.add(text.group());
            }
        }
        return found;
    }

    private static String statementBefore(String code, int at) {
        int begin =
                Math.max(
                        code.lastIndexOf(';', at - 1),
                        Math.max(code.lastIndexOf('{', at - 1), code.lastIndexOf('}', at - 1)));
        return code.substring(begin + 1, at);
    }

    static List<String> inLayout(String fxml) {
        return SHOWN_IN_LAYOUT.matcher(fxml).results().map(each -> each.group()).toList();
    }
}
