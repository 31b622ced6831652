package daemoneye.rpc.protocol.state;

import daemoneye.rpc.protocol.value.WireName;

/// Where the process of a collector stands, as its agent knows it. Never mixed with health.
///
/// ```
///  UNREGISTERED ──start──► STARTING ──first beat──► RUNNING ◄──resume── PAUSED
///                             │  ▲                    │  └────pause──────►│
///                     timeout │  │ start         stop │                   │
///                             ▼  │                    ▼                   │
///                           FAILED ◄──crash──── STOPPING ◄────stop────────┘
///                             │                       └──exit──► STOPPED
///                             └─3 restarts in 60 s─► QUARANTINED
/// ```
public enum ProcessState implements WireName {
    /// Known by name only: nobody started it or it was deregistered.
    UNREGISTERED,
    /// Spawned, no first heartbeat yet.
    STARTING,
    /// Registered and beating.
    RUNNING,
    /// Running, gathers nothing until resumed.
    PAUSED,
    /// Asked to end, not gone yet.
    STOPPING,
    /// Gone, as asked.
    STOPPED,
    /// Gone, not as asked; the reason and the last exit are kept.
    FAILED,
    /// Failed too often; stays down until a person starts it.
    QUARANTINED,
    /// A value of a newer version, or our link is down.
    UNKNOWN;

    /// Whether a process of the operating system should exist in this state.
    public boolean hasProcess() {
        return switch (this) {
            case STARTING, RUNNING, PAUSED, STOPPING -> true;
            case UNREGISTERED, STOPPED, FAILED, QUARANTINED, UNKNOWN -> false;
        };
    }
}
