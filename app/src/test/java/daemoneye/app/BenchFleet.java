package daemoneye.app;

import daemoneye.app.demo.world.Troupe;
import daemoneye.rpc.agent.AgentSettings;
import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.client.place.Places;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.transport.codec.KryoBodyCodec;
import daemoneye.rpc.transport.netty.NettyWire;

import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;

/// A broker, an agent, and so many scripted collectors, each with a connection of its own to the
/// broker's socket and one beat a second; for [ClickBench], which runs it as a process of its own.
/// Ends when its standard input does.
public final class BenchFleet {
    private BenchFleet() {}

    /// @param args the home of the broker, and how many collectors
    public static void main(String[] args) throws IOException {
        var wire = NettyWire.open("bench");
        var types = AgentSettings.STANDARD_COLLECTORS;
        var specs =
                IntStream.range(0, Integer.parseInt(args[1]))
                        .mapToObj(at -> spec(at, types.get(at % types.size()).type()))
                        .toList();
        var names = specs.stream().map(each -> each.id().text()).toList();
        var system =
                LocalSystem.start(
                        wire,
                        new KryoBodyCodec(),
                        places(args[0]),
                        "bench",
                        specs,
                        Map.of(),
                        (settings, real) ->
                                new Troupe(
                                        real,
                                        names,
                                        settings.launchTerms(),
                                        wire,
                                        settings.host()));
        System.out.println("started");
        while (System.in.read() >= 0) {
            // Nobody says anything; only the end counts.
        }
        system.close();
        System.exit(0);
    }

    static Places places(String home) {
        return Places.of(Map.of("DAEMONEYE_HOME", home), key -> System.getProperty(key, ""));
    }

    private static CollectorSpec spec(int at, String type) {
        return new CollectorSpec(new CollectorId("web-%04d".formatted(at)), type, true);
    }
}
