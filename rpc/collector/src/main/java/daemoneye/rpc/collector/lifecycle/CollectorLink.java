package daemoneye.rpc.collector.lifecycle;

import daemoneye.rpc.client.call.RpcCaller;
import daemoneye.rpc.client.connection.Connection;
import daemoneye.rpc.client.serve.RpcService;

/// How a collector reaches others and is reached. All of it is closed when the collector ends.
public record CollectorLink(Connection connection, RpcCaller caller, RpcService service) {}
