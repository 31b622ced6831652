package daemoneye.rpc.broker.routing;

import daemoneye.rpc.broker.session.Session;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.SubscriptionKind;

/// One subscription of one session.
///
/// @param route its number within the session, which goes with every message
/// @param order among all subscriptions of the broker; the oldest responder is asked first
public record Subscriber(
        Session session, int route, TopicPattern pattern, SubscriptionKind kind, long order) {}
