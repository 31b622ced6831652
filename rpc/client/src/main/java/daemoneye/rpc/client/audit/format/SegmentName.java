package daemoneye.rpc.client.audit.format;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The name of one file of a log, e.g. `procmond.000001.jsonl`.
///
/// @param process id of the agent or collector that writes it
/// @param number from 1
public record SegmentName(String process, int number) implements Comparable<SegmentName> {
    private static final Pattern SHAPE =
            Pattern.compile("([a-z0-9][a-z0-9_-]{0,62})\\.(\\d{6,9})\\.jsonl");

    /// What a file is by its name.
    public static Optional<SegmentName> of(String fileName) {
        var parts = SHAPE.matcher(fileName);
        return parts.matches()
                ? Optional.of(new SegmentName(parts.group(1), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /// Those of one process, oldest first.
    public static List<SegmentName> of(String process, Collection<String> fileNames) {
        return fileNames.stream()
                .flatMap(each -> of(each).stream())
                .filter(each -> each.process.equals(process))
                .sorted()
                .toList();
    }

    public String fileName() {
        return "%s.%06d.jsonl".formatted(process, number);
    }

    @Override
    public int compareTo(SegmentName other) {
        int byProcess = process.compareTo(other.process);
        return byProcess != 0 ? byProcess : Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return fileName();
    }
}
