package daemoneye.rpc.broker.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.protocol.topic.TopicPattern;
import daemoneye.rpc.transport.bus.SubscriptionKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The access table: v viewer, o operator, a admin, c the collector procmond, g agent.
class AccessTest {
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "control.health.heartbeat.+,           voag",
        "control.health.heartbeat.procmond,    voacg",
        "control.health.heartbeat.netmond,     voag",
        "control.health.#,                     ag",
        "control.collector.procmond,           acg",
        "control.collector.task.procmond,      acg",
        "control.#,                            ag",
        "#,                                    ag",
        "+.process.new.procmond,               ag",
        "events.collector.state.+,             voag",
        "events.process.#,                     voag",
        "events.process.new.procmond,          voacg",
        "events.+.+.procmond,                  acg",
        "events.+.+.+,                         ag",
        "events.#,                             ag",
        "events.audit.#,                       ag",
        "events.audit.entry.procmond,          acg",
    })
    void listening(String pattern, String roles) {
        assertThat(whoMay(each -> may(each, pattern, SubscriptionKind.LISTEN))).isEqualTo(roles);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "control.collector.procmond,           cg",
        "control.collector.task.procmond,      cg",
        "control.collector.config.procmond,    cg",
        "control.health.heartbeat.procmond,    cg",
        "control.shutdown.procmond,            cg",
        "control.collector.netmond,            g",
        "control.collector.lifecycle,          g",
        "control.collector.+,                  g",
        "control.+.procmond,                   g",
        "control.x.y.procmond,                 g",
        "+.collector.procmond,                 g",
        "#,                                    g",
        "events.tools.answer.a,                ag",
    })
    void answeringAndStandingIn(String pattern, String roles) {
        assertThat(whoMay(each -> may(each, pattern, SubscriptionKind.ANSWER))).isEqualTo(roles);
        assertThat(whoMay(each -> may(each, pattern, SubscriptionKind.STAND_IN))).isEqualTo(roles);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "control.health.heartbeat.procmond,    cg",
        "control.health.heartbeat.netmond,     g",
        "control.collector.procmond,           g",
        "events.process.new.procmond,          acg",
        "events.process.new.xprocmond,         ag",
        "events.process.new.netmond,           ag",
        "events.collector.state.procmond,      g",
        "events.audit.entry.procmond,          cg",
        "events.audit.entry.desk,              g",
    })
    void publishing(String topic, String roles) {
        assertThat(whoMay(each -> each.publishFault(topic).isEmpty())).isEqualTo(roles);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "control.collector.lifecycle,          voacg",
        "control.collector.procmond,           voag",
        "control.collector.task.netmond,       voag",
        "control.health.heartbeat.procmond,    voag",
    })
    void asking(String topic, String roles) {
        assertThat(whoMay(each -> each.requestFault(topic).isEmpty())).isEqualTo(roles);
    }

    @Test
    void aRefusalNamesThePatternTheRoleAndWho() {
        var viewer = Access.of(Role.VIEWER, "anna");
        assertThat(viewer.subscribeFault(new TopicPattern("events.#"), SubscriptionKind.LISTEN))
                .hasValueSatisfying(
                        each -> assertThat(each).contains("anna", "viewer", "listen to events.#"));
    }

    @Test
    void aCollectorIsCalledByAnId() {
        assertThatThrownBy(() -> Access.of(Role.COLLECTOR, "lifecycle"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private interface Question {
        boolean may(Access access);
    }

    private static String whoMay(Question question) {
        var who = new StringBuilder();
        add(who, "v", question, Access.of(Role.VIEWER, "anna"));
        add(who, "o", question, Access.of(Role.OPERATOR, "olaf"));
        add(who, "a", question, Access.of(Role.ADMIN, "root"));
        add(who, "c", question, Access.of(Role.COLLECTOR, "procmond"));
        add(who, "g", question, Access.of(Role.AGENT, "desk"));
        return who.toString();
    }

    private static void add(StringBuilder who, String letter, Question question, Access access) {
        if (question.may(access)) {
            who.append(letter);
        }
    }

    private static boolean may(Access access, String pattern, SubscriptionKind kind) {
        return access.subscribeFault(new TopicPattern(pattern), kind).isEmpty();
    }
}
