package daemoneye.app;

import daemoneye.app.demo.world.BreakableLink;
import daemoneye.app.demo.world.DemoWorld;
import daemoneye.app.demo.world.Troupe;
import daemoneye.app.demo.world.WorldSource;
import daemoneye.app.files.TemporaryFolder;
import daemoneye.app.text.Messages;
import daemoneye.rpc.agent.AgentSettings;
import daemoneye.rpc.agent.supervise.CollectorSpec;
import daemoneye.rpc.cli.option.ProgramVersion;
import daemoneye.rpc.client.place.Places;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.codec.KryoBodyCodec;
import daemoneye.rpc.transport.netty.NettyWire;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;

/// Makes worlds for tours: everything in this process and in a folder of its own, which goes with
/// it. Neither the fleet nor the settings of the person are touched.
final class DemoWorlds implements WorldSource {
    @Override
    public DemoWorld open(List<String> real, List<String> scripted) throws IOException {
        var home = Files.createTempDirectory("daemoneye-demo-");
        var places =
                Places.of(
                        Map.of("DAEMONEYE_HOME", home.toString()),
                        key -> System.getProperty(key, ""));
        var wire = NettyWire.open("demo");
        try {
            return open(places, wire, home, real, scripted);
        } catch (IOException | CompletionException e) {
            wire.close();
            TemporaryFolder.remove(home);
            throw e;
        }
    }

    private static DemoWorld open(
            Places places, NettyWire wire, Path home, List<String> real, List<String> scripted)
            throws IOException {
        var codec = new KryoBodyCodec();
        var troupe = new AtomicReference<@Nullable Troupe>();
        var system =
                LocalSystem.start(
                        wire,
                        codec,
                        places,
                        ProgramVersion.text(),
                        specs(real, scripted),
                        Map.of("DAEMONEYE_HOME", home.toString()),
                        (settings, launcher) -> {
                            var made =
                                    new Troupe(
                                            launcher,
                                            scripted,
                                            settings.launchTerms(),
                                            wire,
                                            settings.host());
                            troupe.set(made);
                            return made;
                        });
        var ending =
                Ending.of(
                        "end-of-demo",
                        () -> {
                            system.close();
                            wire.close();
                            TemporaryFolder.remove(home);
                        });
        var link = new BreakableLink(system.dialer(Admission.USUAL));
        var backend =
                Backends.backend(Messages.text("demo.profile"), wire, codec, link, ending::close);
        return new DemoWorld(backend, Objects.requireNonNull(troupe.get(), "troupe"), link);
    }

    private static List<CollectorSpec> specs(List<String> real, List<String> scripted) {
        var specs = new ArrayList<CollectorSpec>();
        AgentSettings.STANDARD_COLLECTORS.stream()
                .filter(each -> real.contains(each.id().text()))
                .forEach(specs::add);
        var types = AgentSettings.STANDARD_COLLECTORS;
        for (var name : scripted) {
            var type = types.get(specs.size() % types.size()).type();
            specs.add(new CollectorSpec(new CollectorId(name), type, true));
        }
        return specs;
    }
}
