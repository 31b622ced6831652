package daemoneye.app.demo.script.line;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The tokens of one line, taken one by one; whoever takes says what is expected.
public final class Line {
    private static final Pattern TIME = Pattern.compile("(\\d{1,4}(?:\\.\\d)?)(ms|s)");
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

    private final int number;
    private final List<Token> tokens;
    private final int end;
    private int next;

    Line(int number, List<Token> tokens, int length) {
        this.number = number;
        this.tokens = tokens;
        end = length + 1;
    }

    /// @param number of the line, from 1
    /// @throws LineFault if it is no row of tokens
    public static Line read(int number, String text) throws LineFault {
        return new Line(number, Scanner.tokens(text), text.length());
    }

    public int number() {
        return number;
    }

    public boolean isOver() {
        return next == tokens.size();
    }

    /// Where the next token begins.
    public int column() {
        return isOver() ? end : tokens.get(next).column();
    }

    public LineFault expected(String what) {
        var there = isOver() ? "the line ends" : "found " + tokens.get(next).written();
        return new LineFault(column(), "expected " + what + ", but " + there);
    }

    public Optional<Token> peek() {
        return isOver() ? Optional.empty() : Optional.of(tokens.get(next));
    }

    public Token take() {
        return tokens.get(next++);
    }

    /// Takes this word if it comes next.
    public boolean takes(String word) {
        boolean there =
                !isOver()
                        && tokens.get(next) instanceof Token.Word(_, var text)
                        && text.equals(word);
        if (there) {
            next++;
        }
        return there;
    }

    public void end() throws LineFault {
        if (!isOver()) {
            throw expected("the end of the line");
        }
    }

    public String word(String what) throws LineFault {
        if (peek().orElse(null) instanceof Token.Word(_, var text)) {
            next++;
            return text;
        }
        throw expected(what);
    }

    public String quoted(String what) throws LineFault {
        if (peek().orElse(null) instanceof Token.Quoted(var column, var text)) {
            next++;
            if (text.isBlank()) {
                throw new LineFault(column, "expected " + what + ", but the quotes are empty");
            }
            return text;
        }
        throw expected(what + " in quotes");
    }

    /// The name of a collector, a column or a picture.
    public String plain(String what) throws LineFault {
        int column = column();
        var text = word(what);
        if (!PLAIN.matcher(text).matches()) {
            throw new LineFault(column, "expected " + what + " of a-z 0-9 _ -, but found " + text);
        }
        return text;
    }

    public Duration time() throws LineFault {
        int column = column();
        var text = word("a time such as 5s or 800ms");
        var form = TIME.matcher(text);
        if (!form.matches()) {
            throw new LineFault(column, "expected a time such as 5s or 800ms, but found " + text);
        }
        double amount = Double.parseDouble(form.group(1));
        return Duration.ofMillis(Math.round(form.group(2).equals("s") ? amount * 1000 : amount));
    }
}
