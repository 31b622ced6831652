package daemoneye.rpc.protocol.message;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Instant;
import java.util.Map;

/// Something a collector saw, published under `events.{kind}.{what}.{id}`.
///
/// @param eventType e.g. `process.new`
/// @param sequence from 1 per collector process
/// @param observedAt by the collector's clock
public record CollectorEvent(
        CollectorId collectorId,
        String eventType,
        long sequence,
        Instant observedAt,
        Map<String, ConfigValue> fields)
        implements MessageBody {
    public CollectorEvent {
        fields = ConfigValue.copy(fields);
    }
}
