package daemoneye.rpc.collector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.collector.fake.FakeAgents;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.RegistrationRequest;
import daemoneye.rpc.protocol.state.ComponentHealth;
import daemoneye.rpc.protocol.state.HealthStatus;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class RegistrationTest {
    @TempDir private Path folder;

    @Test
    void nothingIsAskedBeforeTheLinkWorks() {
        var stage = new Stage(folder);
        stage.collector.start();
        stage.seconds(10);

        assertThat(stage.agents.asked(CollectorOperation.REGISTER)).isEmpty();
        assertThat(stage.connection.beats()).isEmpty();
    }

    @Test
    void introducesItselfToTheAgentsOnceTheLinkWorks() {
        var stage = Stage.running(folder);

        var asked = stage.agents.asked(CollectorOperation.REGISTER);
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().target()).isEqualTo(CollectorTopics.LIFECYCLE_BROADCAST);
        var request = (RegistrationRequest) asked.getFirst().payload();
        assertThat(request.collectorType()).isEqualTo("process-monitor");
        assertThat(request.pid()).isEqualTo(4242);
        assertThat(request.incarnation()).isEqualTo(Stage.LIFE);
        assertThat(request.agentId()).contains("agent-1");
        assertThat(request.capabilities().operations())
                .contains(
                        CollectorOperation.START,
                        CollectorOperation.HEALTH_CHECK,
                        CollectorOperation.UPDATE_CONFIG)
                .doesNotContain(CollectorOperation.LIST_COLLECTORS);
    }

    @Test
    void beatsAtThePaceThatTheAgentAsksFor() {
        var stage = new Stage(folder);
        stage.agents.answer(
                FakeAgents.refused(ErrorCode.NOT_OWNER, "not mine"), FakeAgents.accepted(5_000));
        stage.collector.start();
        stage.connection.up();
        stage.seconds(51);

        assertThat(stage.connection.beats()).hasSizeBetween(10, 12);
        assertThat(stage.connection.beats().getFirst().intervalMs()).isEqualTo(5_000);
    }

    @Test
    void registersAgainAfterEveryReconnect() {
        var stage = Stage.running(folder);
        stage.connection.down("the broker went away");
        stage.seconds(3);
        stage.connection.up();

        assertThat(stage.agents.asked(CollectorOperation.REGISTER)).hasSize(2);
    }

    @Test
    void beatsAndAsksAgainAtGrowingPausesWhileNoAgentIsThere() {
        var stage = new Stage(folder);
        stage.collector.start();
        stage.connection.up();
        stage.seconds(12.5); // asked at 0, 1, 3, 7, 12 s

        assertThat(stage.agents.asked(CollectorOperation.REGISTER)).hasSize(5);
        assertThat(stage.connection.beats().size()).isGreaterThanOrEqualTo(11);
        assertThat(registration(stage).status()).isEqualTo(HealthStatus.DEGRADED);
        assertThat(registration(stage).message().orElseThrow())
                .isEqualTo("Not registered: agent agent-1 does not answer");
    }

    @Test
    void saysWhatTheAgentHasAgainstIt() {
        var stage = new Stage(folder);
        stage.agents.answer(
                FakeAgents.refused(ErrorCode.INCARNATION_CHANGED, "a newer one is alive"));
        stage.collector.start();
        stage.connection.up();

        assertThat(registration(stage).message()).contains("Not registered: a newer one is alive");
    }

    @Test
    void isAcceptedByAnAgentThatComesLater() {
        var stage = new Stage(folder);
        stage.collector.start();
        stage.connection.up();
        stage.agents.answer(FakeAgents.accepted(1_000));
        stage.seconds(2);

        assertThat(registration(stage).message()).contains("Registered with agent-1");
        stage.seconds(60);
        assertThat(stage.agents.asked(CollectorOperation.REGISTER)).hasSize(2);
    }

    private static ComponentHealth registration(Stage stage) {
        return Requests.health(stage).components().get("registration");
    }
}
