package daemoneye.rpc.client.serve;

import daemoneye.rpc.client.fake.LinkedClient;
import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.GenericPayload;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Instant;
import java.util.Map;

/// Makes the requests that ask about other requests.
final class Questioner {
    private Questioner() {}

    static RpcRequest question(CollectorOperation operation, RpcRequest about) {
        var id = ConfigValue.of(about.requestId().toString());
        return ask(operation, new GenericPayload(Map.of("request_id", id)));
    }

    static RpcRequest ask(CollectorOperation operation, GenericPayload payload) {
        return new RpcRequest(
                RequestId.random(),
                "tester",
                LinkedClient.request(operation).target(),
                operation,
                payload,
                5000,
                Instant.EPOCH);
    }
}
