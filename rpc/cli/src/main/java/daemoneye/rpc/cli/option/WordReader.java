package daemoneye.rpc.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

import java.util.List;
import java.util.stream.Collectors;

/// Reads one of a few words, in any case, and names them all to whoever writes another.
///
/// @param <E> whose constants are written as `toString` says
public class WordReader<E extends Enum<E>> implements ITypeConverter<E> {
    private final List<E> known;

    /// @param known in the order in which they are named
    public WordReader(List<E> known) {
        this.known = List.copyOf(known);
    }

    @Override
    public E convert(String word) {
        return known.stream()
                .filter(each -> each.toString().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "\"%s\" is none of %s".formatted(word, words())));
    }

    private String words() {
        return known.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
