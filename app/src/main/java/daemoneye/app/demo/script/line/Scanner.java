package daemoneye.app.demo.script.line;

import java.util.ArrayList;
import java.util.List;

/// Cuts one line into tokens. `//` begins a comment wherever a token could begin.
final class Scanner {
    private final String line;
    private int at;

    private Scanner(String line) {
        this.line = line;
    }

    static List<Token> tokens(String line) throws LineFault {
        var scanner = new Scanner(line);
        var tokens = new ArrayList<Token>();
        while (scanner.skipToToken()) {
            tokens.add(scanner.token());
        }
        return tokens;
    }

    private boolean skipToToken() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at < line.length() && !line.startsWith("//", at);
    }

    private Token token() throws LineFault {
        int column = at + 1;
        char first = line.charAt(at);
        if (first == '"') {
            return new Token.Quoted(column, quoted());
        }
        if (first == '%') {
            return message(column);
        }
        return new Token.Word(column, upTo(" \t\""));
    }

    private String upTo(String ends) {
        int begin = at;
        while (at < line.length() && ends.indexOf(line.charAt(at)) < 0) {
            at++;
        }
        return line.substring(begin, at);
    }

    private String quoted() throws LineFault {
        int column = at + 1;
        var text = new StringBuilder();
        at++;
        while (at < line.length() && line.charAt(at) != '"') {
            if (line.charAt(at) == '\\') {
                at++;
                if (at == line.length() || "\"\\".indexOf(line.charAt(at)) < 0) {
                    throw new LineFault(at, "after \\ comes \" or \\");
                }
            }
            text.append(line.charAt(at++));
        }
        if (at == line.length()) {
            throw new LineFault(column, "this quote is never closed: expected \" before the end");
        }
        at++;
        return text.toString();
    }

    private Token message(int column) throws LineFault {
        at++;
        var key = upTo(" \t(");
        var values = new ArrayList<Object>();
        if (at < line.length() && line.charAt(at) == '(') {
            at++;
            values(values);
        }
        return new Token.Message(column, key, values);
    }

    private long number() {
        long number = 0;
        while (at < line.length() && Character.isDigit(line.charAt(at))) {
            number = Math.min(number * 10 + Character.digit(line.charAt(at++), 10), 1_000_000_000L);
        }
        return number;
    }

    private void values(List<Object> values) throws LineFault {
        while (skipToToken()) {
            if (line.charAt(at) == ')') {
                at++;
                return;
            }
            if (line.charAt(at) == ',') {
                at++;
            } else if (line.charAt(at) == '"') {
                values.add(quoted());
            } else if (Character.isDigit(line.charAt(at))) {
                values.add(number());
            } else {
                throw new LineFault(at + 1, "expected a text in quotes, a number, a comma, or )");
            }
        }
        throw new LineFault(at + 1, "expected ) after the values of the message");
    }
}
