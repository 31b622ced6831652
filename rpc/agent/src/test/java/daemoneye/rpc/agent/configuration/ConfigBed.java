package daemoneye.rpc.agent.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.fake.FakeCall;
import daemoneye.rpc.agent.fake.FakeSteering;
import daemoneye.rpc.agent.fake.Fleet;
import daemoneye.rpc.client.serve.Answer;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.payload.RpcPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A desk for the settings of one collector, and a collector that does as it is told.
abstract class ConfigBed {
    final Fleet fleet = new Fleet();
    final FakeSteering collector = new FakeSteering();
    @TempDir Path folder;
    ConfigDesk desk;

    @BeforeEach
    void open() {
        desk = reopened();
    }

    // As another agent process would find it.
    ConfigDesk reopened() {
        var config = new Configurations(folder, Fleet.AGENT, fleet.ticker).of(Fleet.SPEC);
        return new ConfigDesk(config, Fleet.AGENT, call -> collector);
    }

    void assertUntouched() throws IOException {
        assertThat(collector.deeds).isEmpty();
        assertThat(folder).isEmptyDirectory();
        assertThat(get()).containsEntry("config_version", ConfigValue.of(1));
    }

    Map<String, ConfigValue> done(Map<String, ConfigValue> changes) throws Exception {
        return report(desk.update(call(change(changes))));
    }

    RpcError failed(ConfigUpdateRequest wish) throws Exception {
        var answer = desk.update(call(wish));
        assertThat(answer).isInstanceOf(Answer.Failure.class);
        return ((Answer.Failure) answer).error();
    }

    Map<String, ConfigValue> get() {
        var call = FakeCall.of(CollectorOperation.GET_CONFIG, new EmptyPayload());
        return report(desk.get(call));
    }

    List<ConfigValue> pending() {
        return ((ConfigValue.Items) get().get("pending_restart")).values();
    }

    static Map<String, ConfigValue> config(Map<String, ConfigValue> answer) {
        return ((ConfigValue.Table) answer.get("config")).entries();
    }

    static ConfigUpdateRequest change(Map<String, ConfigValue> changes) {
        return ConfigUpdateRequest.of(Fleet.PROCMOND, changes);
    }

    static ConfigUpdateRequest restarting(Map<String, ConfigValue> changes) {
        return new ConfigUpdateRequest(
                Fleet.PROCMOND, changes, false, true, true, OptionalLong.empty(), Optional.empty());
    }

    static FakeCall call(RpcPayload wish) {
        return FakeCall.of(CollectorOperation.UPDATE_CONFIG, wish);
    }

    static FakeCall asking(Map<String, ? extends ConfigValue> wishes) {
        return FakeCall.of(
                CollectorOperation.GET_CONFIG, new GenericPayload(ConfigValue.copy(wishes)));
    }

    static ConfigValue texts(String... values) {
        return ConfigValue.texts(List.of(values));
    }

    static Map<String, ConfigValue> report(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Success.class);
        var payload = ((Answer.Success) answer).payload().orElseThrow();
        return ((GenericPayload) payload).values();
    }
}
