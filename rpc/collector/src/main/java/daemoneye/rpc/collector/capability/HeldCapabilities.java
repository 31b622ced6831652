package daemoneye.rpc.collector.capability;

import daemoneye.rpc.collector.machine.Platform;
import daemoneye.rpc.collector.machine.ProcFile;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

/// The capabilities(7) that a Linux process holds at the moment; none on other systems.
///
/// @param names e.g. `CAP_SYS_PTRACE`
public record HeldCapabilities(Set<String> names) {
    private static final String LINE = "CapEff:";
    private static final int HEXADECIMAL = 16;
    private static final int MOST_BYTES = 64 * 1024;

    /// By bit, from 0 (linux/capability.h).
    private static final String[] BY_BIT = {
        "CHOWN",
        "DAC_OVERRIDE",
        "DAC_READ_SEARCH",
        "FOWNER",
        "FSETID",
        "KILL",
        "SETGID",
        "SETUID",
        "SETPCAP",
        "LINUX_IMMUTABLE",
        "NET_BIND_SERVICE",
        "NET_BROADCAST",
        "NET_ADMIN",
        "NET_RAW",
        "IPC_LOCK",
        "IPC_OWNER",
        "SYS_MODULE",
        "SYS_RAWIO",
        "SYS_CHROOT",
        "SYS_PTRACE",
        "SYS_PACCT",
        "SYS_ADMIN",
        "SYS_BOOT",
        "SYS_NICE",
        "SYS_RESOURCE",
        "SYS_TIME",
        "SYS_TTY_CONFIG",
        "MKNOD",
        "LEASE",
        "AUDIT_WRITE",
        "AUDIT_CONTROL",
        "SETFCAP",
        "MAC_OVERRIDE",
        "MAC_ADMIN",
        "SYSLOG",
        "WAKE_ALARM",
        "BLOCK_SUSPEND",
        "AUDIT_READ",
        "PERFMON",
        "BPF",
        "CHECKPOINT_RESTORE"
    };

    public HeldCapabilities {
        names = Set.copyOf(names);
    }

    /// Of this process; none if the system does not tell.
    public static HeldCapabilities ofThisProcess() {
        if (!Platform.hasProc()) {
            return new HeldCapabilities(Set.of());
        }
        try {
            return parse(new ProcFile(MOST_BYTES).read("/proc/self/status"));
        } catch (IOException e) {
            return new HeldCapabilities(Set.of());
        }
    }

    /// From the text of `/proc/PID/status`; none if it does not tell.
    static HeldCapabilities parse(String status) {
        return new HeldCapabilities(
                status.lines()
                        .filter(line -> line.startsWith(LINE))
                        .findFirst()
                        .map(line -> names(line.substring(LINE.length()).strip()))
                        .orElse(Set.of()));
    }

    private static Set<String> names(String hexadecimal) {
        var names = new LinkedHashSet<String>();
        try {
            long bits = Long.parseUnsignedLong(hexadecimal, HEXADECIMAL);
            for (int bit = 0; bit < BY_BIT.length; bit++) {
                if ((bits >>> bit & 1) != 0) {
                    names.add("CAP_" + BY_BIT[bit]);
                }
            }
        } catch (NumberFormatException e) {
            return Set.of();
        }
        return names;
    }

    public boolean has(String name) {
        return names.contains(name);
    }
}
