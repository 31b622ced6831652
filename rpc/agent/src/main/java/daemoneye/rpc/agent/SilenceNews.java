package daemoneye.rpc.agent;

import daemoneye.rpc.agent.liveness.LivenessListener;
import daemoneye.rpc.agent.registry.CollectorRegistry;
import daemoneye.rpc.protocol.id.CollectorId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// Says in the state of a running collector that it is silent. Nothing is done about it yet: here
/// the recovery ladder will begin.
final class SilenceNews implements LivenessListener {
    private static final Logger LOG = LoggerFactory.getLogger(SilenceNews.class);

    private final CollectorRegistry registry;

    SilenceNews(CollectorRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void unresponsive(CollectorId id, Duration silence) {
        var sentence =
                String.format(
                        Locale.ROOT,
                        "it does not respond: no heartbeat for %.1f s, two health checks failed",
                        silence.toMillis() / 1000.0);
        LOG.warn("{}: {}", id, sentence);
        registry.find(id).ifPresent(each -> each.remark(Optional.of(sentence)));
    }

    @Override
    public void back(CollectorId id) {
        LOG.info("{} responds again", id);
        registry.find(id).ifPresent(each -> each.remark(Optional.empty()));
    }
}
