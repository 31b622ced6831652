package daemoneye.rpc.collector.executables;

import daemoneye.rpc.collector.gather.Fields;
import daemoneye.rpc.collector.gather.Observation;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/// Finds out when the file behind a running path becomes another: written over, replaced or
/// deleted. Told once per change, and only if the content really differs.
final class ExecutableChanges {
    private static final int MOST_PIDS = 16;

    private final HashBook book;

    ExecutableChanges(HashBook book) {
        this.book = book;
    }

    /// What is behind the path now; the last known if it cannot be told.
    static Image.Behind behind(Image image) {
        if (!image.reachable()) {
            return new Image.Behind.Same();
        }
        try {
            var now = FileIdentity.at(image.path());
            return now.equals(image.identity())
                    ? new Image.Behind.Same()
                    : new Image.Behind.Other(now);
        } catch (NoSuchFileException e) {
            return new Image.Behind.Gone();
        } catch (IOException e) {
            return image.seen();
        }
    }

    /// @return what to tell of it, as soon as it is known
    Optional<Observation> news(Image image) {
        var now = image.seen();
        if (now.equals(image.told())) {
            return Optional.empty();
        }
        return switch (now) {
            case Image.Behind.Same same -> {
                image.tell(same);
                yield Optional.empty();
            }
            case Image.Behind.Gone gone -> {
                image.tell(gone);
                yield Optional.of(changed(image, "deleted", Optional.empty()));
            }
            case Image.Behind.Other other -> other(image, other);
        };
    }

    private Optional<Observation> other(Image image, Image.Behind.Other other) {
        book.want(image.path(), other.identity());
        boolean overwritten = other.identity().node().equals(image.identity().node());
        var before = book.find(image.identity());
        var after = book.find(other.identity());
        boolean enough = after.isPresent() && (before.isPresent() || overwritten);
        if (!enough && !book.isUnreadable(other.identity())) {
            return Optional.empty(); // asked again at the next scan
        }
        image.tell(other);
        return after.isPresent() && after.equals(before)
                ? Optional.empty()
                : Optional.of(changed(image, overwritten ? "modified" : "replaced", after));
    }

    private Observation changed(Image image, String how, Optional<String> after) {
        var name = book.rule().fieldName();
        var fields =
                new Fields()
                        .with("executable", image.path().toString())
                        .with("change", how)
                        .with("pids", pids(image));
        book.find(image.identity()).ifPresent(hash -> fields.with(name + "_before", hash));
        after.ifPresent(hash -> fields.with(name + "_now", hash));
        return fields.seen("process", "executable_changed");
    }

    static ConfigValue pids(Image image) {
        List<ConfigValue> some =
                image.pids().stream().limit(MOST_PIDS).<ConfigValue>map(ConfigValue::of).toList();
        return new ConfigValue.Items(some);
    }
}
