package daemoneye.rpc.broker.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.broker.Played;
import daemoneye.rpc.broker.session.Session;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.SubscriptionKind;
import daemoneye.rpc.transport.wire.ScriptedLink;

import org.junit.jupiter.api.Test;

class SubscriptionsTest {
    private static final String TOPIC = "events.process.new";

    private final Played played = new Played();
    private final Session one = played.session("one", new ScriptedLink());
    private final Session two = played.session("two", new ScriptedLink());
    private final Subscriptions subscriptions = new Subscriptions();

    @Test
    void exactAndWildcardSubscribersOfATopicAreFoundOldestFirst() {
        var wild = listen(one, "events.#");
        var exact = listen(two, TOPIC);
        var other = listen(one, "events.process.+");
        listen(one, "events.network.+");
        assertThat(subscriptions.audience(TOPIC).listeners()).containsExactly(wild, exact, other);
    }

    @Test
    void aTopicIsResolvedAgainWhenASubscriptionThatConcernsItComesOrGoes() {
        assertThat(subscriptions.audience(TOPIC).listeners()).isEmpty();
        var exact = listen(one, TOPIC);
        assertThat(subscriptions.audience(TOPIC).listeners()).containsExactly(exact);
        var wild = listen(two, "events.#");
        assertThat(subscriptions.audience(TOPIC).listeners()).containsExactly(exact, wild);
        assertThat(subscriptions.remove(one, exact.route())).isTrue();
        assertThat(subscriptions.audience(TOPIC).listeners()).containsExactly(wild);
        subscriptions.removeAll(two);
        assertThat(subscriptions.audience(TOPIC).listeners()).isEmpty();
    }

    @Test
    void anExactSubscriptionLeavesOtherTopicsResolved() {
        var known = subscriptions.audience(TOPIC);
        listen(one, "events.process.exit");
        assertThat(subscriptions.audience(TOPIC)).isSameAs(known);
    }

    @Test
    void nobodyEndsTheSubscriptionOfAnother() {
        var exact = listen(one, TOPIC);
        assertThat(subscriptions.remove(two, exact.route())).isFalse();
        assertThat(subscriptions.remove(one, exact.route() + 1)).isFalse();
        assertThat(subscriptions.audience(TOPIC).listeners()).containsExactly(exact);
    }

    @Test
    void theOldestResponderIsAskedElseTheOldestStandIn() {
        var standIn = add(one, "events.#", SubscriptionKind.STAND_IN);
        add(two, "events.#", SubscriptionKind.STAND_IN);
        assertThat(subscriptions.audience(TOPIC).toAsk(false)).containsExactly(standIn);
        assertThat(subscriptions.audience(TOPIC).toAsk(true)).isEmpty();

        var first = add(one, TOPIC, SubscriptionKind.ANSWER);
        var second = add(two, "events.+.new", SubscriptionKind.ANSWER);
        assertThat(subscriptions.audience(TOPIC).toAsk(false)).containsExactly(first);
        assertThat(subscriptions.audience(TOPIC).toAsk(true)).containsExactly(first, second);
    }

    @Test
    void whatIsNoTopicIsRefused() {
        assertThatThrownBy(() -> subscriptions.audience("events.Process"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'P'");
        assertThat(subscriptions.rememberedTopics()).isZero();
    }

    @Test
    void aFloodOfTopicsFillsNoMoreThanItsShareOfMemory() {
        listen(one, "events.#");
        for (int at = 0; at < Subscriptions.REMEMBERED_TOPICS + 100; at++) {
            subscriptions.audience("events.t" + at);
        }
        assertThat(subscriptions.rememberedTopics()).isEqualTo(Subscriptions.REMEMBERED_TOPICS);
        assertThat(subscriptions.audience("events.t0").listeners()).hasSize(1);
    }

    private Subscriber listen(Session session, String pattern) {
        return add(session, pattern, SubscriptionKind.LISTEN);
    }

    private Subscriber add(Session session, String pattern, SubscriptionKind kind) {
        return subscriptions.add(session, new TopicPattern(pattern), kind);
    }
}
