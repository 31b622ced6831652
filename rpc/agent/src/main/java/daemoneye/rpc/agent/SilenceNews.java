package daemoneye.rpc.agent;

import daemoneye.rpc.agent.liveness.LivenessListener;
import daemoneye.rpc.agent.registry.CollectorRegistry;
import daemoneye.rpc.protocol.id.CollectorId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/// Hands what is heard of running collectors, and what is not, to their supervision.
final class SilenceNews implements LivenessListener {
    private static final Logger LOG = LoggerFactory.getLogger(SilenceNews.class);

    private final CollectorRegistry registry;

    SilenceNews(CollectorRegistry registry) {
        this.registry = registry;
    }

    @Override
    public void unresponsive(CollectorId id, Duration silence, Duration interval) {
        LOG.warn("{} does not respond: silent for {} ms", id, silence.toMillis());
        registry.find(id).ifPresent(each -> each.silent(silence, interval));
    }

    @Override
    public void back(CollectorId id) {
        LOG.info("{} responds again", id);
        registry.find(id).ifPresent(each -> each.audible());
    }

    @Override
    public void unknown(CollectorId id) {
        LOG.info("Whether {} responds is not known: our own link or loop failed", id);
        registry.find(id).ifPresent(each -> each.audible());
    }
}
