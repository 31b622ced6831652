package daemoneye.rpc.agent;

import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.protocol.message.CorrelationMetadata;
import daemoneye.rpc.protocol.message.MessageType;
import daemoneye.rpc.protocol.message.StateChange;
import daemoneye.rpc.protocol.state.CollectorInfo;
import daemoneye.rpc.protocol.state.ProcessState;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Tells everybody how collectors stand. What is told while there is no link is lost; therefore all
/// is told again when the link is back.
final class StateNews {
    private static final Logger LOG = LoggerFactory.getLogger(StateNews.class);

    private final Connection connection;
    private final Ticker ticker;

    StateNews(Connection connection, Ticker ticker) {
        this.connection = connection;
        this.ticker = ticker;
    }

    /// It changed.
    void tell(StateChange change) {
        log(change);
        publish(change);
    }

    /// It stands so, nothing changed.
    void repeat(CollectorInfo info) {
        publish(new StateChange(info, info.state(), ticker.now()));
    }

    private void publish(StateChange change) {
        connection.publish(
                CollectorTopics.stateChange(change.info().collectorId()),
                MessageType.CONTROL,
                CorrelationMetadata.none(),
                change);
    }

    private static void log(StateChange change) {
        var info = change.info();
        var why = info.stateReason().map(reason -> ": " + reason).orElse("");
        boolean bad =
                info.state() == ProcessState.FAILED || info.state() == ProcessState.QUARANTINED;
        LOG.atLevel(bad ? Level.WARN : Level.INFO)
                .log("{} is {}{}", info.collectorId(), info.state().wireName(), why);
    }
}
