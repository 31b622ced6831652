package daemoneye.rpc.collector.capability;

import daemoneye.rpc.collector.machine.Platform;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CapabilitiesData;
import daemoneye.rpc.protocol.payload.ResourceRequirements;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a collector can do on this machine: what it really has, not what the product might have.
public final class Capabilities {
    /// What a collector process needs, measured in the README.
    private static final long MEMORY_BYTES = 80L * 1024 * 1024;

    private static final double CPU_PERCENT = 1;

    /// What its agent does for it.
    private static final List<CollectorOperation> BY_THE_AGENT =
            List.of(
                    CollectorOperation.START,
                    CollectorOperation.STOP,
                    CollectorOperation.RESTART,
                    CollectorOperation.FORCE_SHUTDOWN);

    /// What every service answers of itself, wherever it answers anything.
    private static final List<CollectorOperation> BY_THE_SERVICE =
            List.of(CollectorOperation.QUERY_OUTCOME, CollectorOperation.CANCEL);

    private final CollectorType type;
    private final HeldCapabilities held;
    private final Platform platform;

    public Capabilities(CollectorType type, HeldCapabilities held, Platform platform) {
        this.type = type;
        this.held = held;
        this.platform = platform;
    }

    /// As GetCapabilities and Register tell it.
    ///
    /// @param answered what the collector answers itself
    /// @param owned whether an agent starts and stops it
    public CapabilitiesData of(CollectorId id, List<CollectorOperation> answered, boolean owned) {
        var operations = new ArrayList<>(owned ? BY_THE_AGENT : List.of());
        operations.addAll(answered);
        operations.addAll(BY_THE_SERVICE);
        return new CapabilitiesData(
                id,
                List.of(type.eventType()),
                operations,
                new ResourceRequirements(
                        MEMORY_BYTES, CPU_PERCENT, type.privileges(), systemCapabilities()),
                List.of("linux", "macos", "windows"),
                features());
    }

    private List<String> systemCapabilities() {
        return platform == Platform.LINUX ? type.linuxCapabilities() : List.of();
    }

    private Map<String, Boolean> features() {
        var features = new LinkedHashMap<String, Boolean>();
        CollectorType.FEATURES.forEach(each -> features.put(each, type.features().contains(each)));
        features.put("audit_logging", true);
        for (var capability : systemCapabilities()) {
            features.put("has_" + capability.toLowerCase(Locale.ROOT), held.has(capability));
        }
        return features;
    }
}
