package daemoneye.rpc.collector.capability;

import java.util.List;

/// A kind of collector: what it is called, what it tells of and what it needs. Its settings are
/// those of the schema with its name.
///
/// @param typeName as registrations and command lines write it, e.g. `process-monitor`
/// @param eventType first part of all events it publishes, e.g. `process`
/// @param privileges what it must be able to do, in the product's words
/// @param linuxCapabilities without which it sees less on Linux, e.g. `CAP_SYS_PTRACE`
/// @param features which of [#FEATURES] it has
public record CollectorType(
        String typeName,
        String eventType,
        List<String> privileges,
        List<String> linuxCapabilities,
        List<String> features) {
    /// What some kinds can and others cannot, as GetCapabilities tells it.
    public static final List<String> FEATURES =
            List.of("real_time_monitoring", "hash_verification", "privilege_dropping");

    public static final CollectorType PROCESS =
            new CollectorType(
                    "process-monitor",
                    "process",
                    List.of("process_enumeration"),
                    // where /proc hides them, processes of others are not seen without it
                    List.of("CAP_SYS_PTRACE"),
                    List.of("hash_verification"));
    public static final CollectorType NETWORK =
            new CollectorType(
                    "network-monitor",
                    "network",
                    List.of("socket_enumeration", "interface_statistics"),
                    List.of(),
                    List.of());
    public static final CollectorType FILE =
            new CollectorType(
                    "file-monitor",
                    "file",
                    List.of("file_system_statistics", "folder_watch"),
                    // folders of others cannot be watched without it
                    List.of("CAP_DAC_READ_SEARCH"),
                    List.of("real_time_monitoring"));
    public static final CollectorType PERFORMANCE =
            new CollectorType(
                    "performance-monitor",
                    "performance",
                    List.of("machine_statistics"),
                    List.of(),
                    List.of());

    /// The kinds that come with the product.
    public static final List<CollectorType> STANDARD = List.of(PROCESS, NETWORK, FILE, PERFORMANCE);

    public CollectorType {
        privileges = List.copyOf(privileges);
        linuxCapabilities = List.copyOf(linuxCapabilities);
        features = List.copyOf(features);
    }

    /// A kind that needs nothing special.
    public static CollectorType of(String typeName, String eventType) {
        return new CollectorType(typeName, eventType, List.of(), List.of(), List.of());
    }
}
