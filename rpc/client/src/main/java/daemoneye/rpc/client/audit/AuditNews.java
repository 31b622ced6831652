package daemoneye.rpc.client.audit;

import daemoneye.rpc.client.audit.format.AuditEntry;
import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.CollectorEvent;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.MessageBody;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.protocol.topic.Topic;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// Publishes entries on `events.audit.{process}` when they are durable: intents and outcomes of
/// calls that change something, calls that failed, and notes of the log about itself. Calls that
/// read and succeed are only in the log.
///
/// At most [#MOST_PER_SECOND]; the next event after a flood tells how many were left out. What is
/// published while the link is down is lost; the log has it. For the thread of the log.
public final class AuditNews {
    static final int MOST_PER_SECOND = 100;
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final Outlet outlet;
    private final Ticker ticker;
    private final Optional<CollectorId> process;
    private long windowBegan;
    private int inWindow;
    private long leftOut;

    /// Where events go.
    @FunctionalInterface
    interface Outlet {
        boolean publish(
                Topic topic, MessageType type, CorrelationMetadata correlation, MessageBody body);
    }

    /// @param process id of the agent or collector
    public AuditNews(Connection connection, String process, Ticker ticker) {
        this(connection::publish, process, ticker);
    }

    AuditNews(Outlet outlet, String process, Ticker ticker) {
        this.outlet = outlet;
        this.ticker = ticker;
        // An agent may bear a name that topics use at this place; then nobody is told.
        this.process =
                CollectorId.fault(process).isEmpty()
                        ? Optional.of(new CollectorId(process))
                        : Optional.empty();
        this.windowBegan = ticker.nanos();
    }

    /// Publishes what is worth it.
    public void tell(List<AuditEntry> entries) {
        process.ifPresent(
                id ->
                        entries.stream()
                                .filter(AuditEntry::isNews)
                                .forEach(entry -> tell(id, entry)));
    }

    private void tell(CollectorId id, AuditEntry entry) {
        if (!mayTell()) {
            leftOut++;
            return;
        }
        var fields = new LinkedHashMap<String, ConfigValue>(EntryFields.of(entry));
        if (leftOut > 0) {
            fields.put("left_out_before", ConfigValue.of(leftOut));
        }
        var event =
                new CollectorEvent(
                        id, "audit." + entry.phase(), entry.sequence(), entry.time(), fields);
        var correlation =
                entry.call()
                        .map(call -> CorrelationMetadata.of(call.correlationId()))
                        .orElseGet(CorrelationMetadata::none);
        if (outlet.publish(CollectorTopics.audit(id), MessageType.EVENT, correlation, event)) {
            leftOut = 0;
        }
    }

    private boolean mayTell() {
        if (ticker.since(windowBegan).compareTo(SECOND) >= 0) {
            windowBegan = ticker.nanos();
            inWindow = 0;
        }
        return inWindow++ < MOST_PER_SECOND;
    }
}
