package daemoneye.rpc.collector;

import daemoneye.rpc.collector.capability.CollectorType;

import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which kinds of collectors there are: the standard ones, and those that others bring. The latter
/// are looked for only if need be.
final class CollectorKinds {
    private CollectorKinds() {}

    /// The type that is called `name`, e.g. `process-monitor`.
    static Optional<CollectorType> type(String name) {
        return CollectorType.STANDARD.stream()
                .filter(each -> each.typeName().equals(name))
                .findFirst()
                .or(() -> other(name).map(CollectorKind::type));
    }

    /// The kind from outside that is called `name`.
    static Optional<CollectorKind> other(String name) {
        return others().filter(each -> each.type().typeName().equals(name)).findFirst();
    }

    /// All names, for people.
    static String names() {
        return Stream.concat(CollectorType.STANDARD.stream(), others().map(CollectorKind::type))
                .map(CollectorType::typeName)
                .collect(Collectors.joining(", "));
    }

    private static Stream<CollectorKind> others() {
        return ServiceLoader.load(CollectorKind.class).stream().map(ServiceLoader.Provider::get);
    }
}
