package daemoneye.rpc.collector.capability;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The kinds of collectors.
@SuppressWarnings("ImmutableEnumChecker") // a copied list, as immutable as can be
public enum CollectorType {
    PROCESS("process-monitor", "process", "process_enumeration"),
    NETWORK("network-monitor", "network", "socket_enumeration", "interface_statistics"),
    FILE("file-monitor", "file", "file_system_statistics", "folder_watch"),
    PERFORMANCE("performance-monitor", "performance", "machine_statistics");

    private final String typeName;
    private final String eventType;
    private final List<String> privileges;

    CollectorType(String typeName, String eventType, String... privileges) {
        this.typeName = typeName;
        this.eventType = eventType;
        this.privileges = List.of(privileges);
    }

    /// The type that is called `name`, e.g. `process-monitor`.
    public static Optional<CollectorType> named(String name) {
        return Arrays.stream(values()).filter(each -> each.typeName.equals(name)).findFirst();
    }

    /// All names, for people.
    public static String names() {
        return Arrays.stream(values())
                .map(CollectorType::typeName)
                .collect(Collectors.joining(", "));
    }

    /// As registrations and command lines write it.
    public String typeName() {
        return typeName;
    }

    /// First part of all events it publishes, e.g. `process`.
    public String eventType() {
        return eventType;
    }

    /// What it must be able to do, in the product's words.
    public List<String> privileges() {
        return privileges;
    }
}
