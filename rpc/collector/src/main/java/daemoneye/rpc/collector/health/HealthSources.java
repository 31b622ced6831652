package daemoneye.rpc.collector.health;

import daemoneye.rpc.client.audit.chain.Standing;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.collector.events.EventPublisher;
import daemoneye.rpc.collector.gather.GatherLoop;

import java.util.function.Supplier;

/// Where a [HealthReport] looks.
///
/// @param link our link to the broker
/// @param registration whether an agent knows of us
/// @param audit whether our audit log can be written
public record HealthSources(
        GatherLoop gathering,
        EventPublisher events,
        Vitals vitals,
        Supplier<ConnectionState> link,
        Supplier<RegistrationState> registration,
        Supplier<Standing> audit) {}
