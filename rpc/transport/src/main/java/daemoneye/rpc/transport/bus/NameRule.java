package daemoneye.rpc.transport.bus;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// How clients may be called: 1 to 128 bytes of printable characters, so that a name can stand in
/// logs and tables as it is.
public final class NameRule {
    /// Most bytes of a name.
    public static final int MAX_BYTES = 128;

    private NameRule() {}

    /// What is wrong with this name, as a sentence, if anything.
    public static Optional<String> fault(String name) {
        if (name.isEmpty()) {
            return Optional.of("the client has no name: give it one of 1 to 128 characters");
        }
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            return Optional.of(
                    "the client's name has %d bytes: use at most %d".formatted(bytes, MAX_BYTES));
        }
        return name.codePoints()
                .filter(each -> !printable(each))
                .mapToObj(
                        "the client's name has the unprintable character U+%04X: leave it out"
                                ::formatted)
                .findFirst();
    }

    private static boolean printable(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            default -> true;
        };
    }
}
