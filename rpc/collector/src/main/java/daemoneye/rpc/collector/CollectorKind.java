package daemoneye.rpc.collector;

import daemoneye.rpc.collector.capability.CollectorType;
import daemoneye.rpc.collector.gather.Gatherer;
import daemoneye.rpc.collector.settings.LiveSettings;

import java.util.concurrent.Executor;

/// A kind of collector from outside of the product. Everything but the gathering is done for it:
/// registration, beats, health, settings, events, shutdown, audit.
///
/// To add one, put a jar beside ours with an implementation, its name in
/// `META-INF/services/daemoneye.rpc.collector.CollectorKind`, and `schemas/<type>.json` with its
/// settings (copy one of ours: `scan_interval_ms`, `max_events_per_scan`, `batch_size` and
/// `event_queue_capacity` must be there). Then an agent runs it: `--collectors ID:TYPE`.
public interface CollectorKind {
    CollectorType type();

    /// What looks at the machine; read what may change from `settings` at each scan.
    ///
    /// @param background runs a task for as long as the gatherer is open
    Gatherer gatherer(LiveSettings settings, Executor background);
}
