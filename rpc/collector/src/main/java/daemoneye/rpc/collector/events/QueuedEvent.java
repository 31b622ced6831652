package daemoneye.rpc.collector.events;

import daemoneye.rpc.protocol.message.CollectorEvent;
import daemoneye.rpc.protocol.topic.Topic;

/// An event that waits to be published.
record QueuedEvent(Topic topic, CollectorEvent event) {}
