package daemoneye.app;

import daemoneye.app.backend.Backend;
import daemoneye.app.backend.CalmFleet;
import daemoneye.app.text.Messages;
import daemoneye.rpc.cli.option.ProgramVersion;
import daemoneye.rpc.client.call.BusCaller;
import daemoneye.rpc.client.call.resilience.ResilientCaller;
import daemoneye.rpc.client.connection.BusConnection;
import daemoneye.rpc.client.fleet.live.LiveFleetModel;
import daemoneye.rpc.client.place.Places;
import daemoneye.rpc.protocol.topic.CollectorTopics;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.bus.BusDialer;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.bus.FrameBusDialer;
import daemoneye.rpc.transport.bus.SubscriptionKind;
import daemoneye.rpc.transport.codec.BodyCodec;
import daemoneye.rpc.transport.codec.KryoBodyCodec;
import daemoneye.rpc.transport.netty.NettyWire;
import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.Wire;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;

/// Where the window's data comes from: a broker somewhere else, or everything in this process.
final class Backends {
    private static final Duration A_LOOK = Duration.ofMillis(500);

    private Backends() {}

    /// A broker that is hosted elsewhere. Returns at once; the window shows how the link stands.
    ///
    /// @param admission what to be let in as, and with what
    static Backend at(Address address, Admission admission) {
        var wire = NettyWire.open("bus");
        return backend(
                address.toString(),
                wire,
                new KryoBodyCodec(),
                new FrameBusDialer(wire, address, admission),
                () -> {});
    }

    /// Everything in this process; or, if this user runs a broker already, that one.
    ///
    /// @param admission what the window is to be let in as
    /// @throws IOException with a sentence, if the runtime folder cannot be used
    static Backend here(Places places, Admission admission) throws IOException {
        if (somebodyListens(places)) {
            return at(places.defaultAddress(), admission);
        }
        var wire = NettyWire.open("bus");
        var codec = new KryoBodyCodec();
        try {
            var system = LocalSystem.start(wire, codec, places, ProgramVersion.text());
            var ending =
                    Ending.of(
                            "end-of-fleet",
                            () -> {
                                system.close();
                                // Only then the file of the socket has gone for certain.
                                wire.close();
                            });
            return backend(
                            Messages.text("profile.here"),
                            wire,
                            codec,
                            system.dialer(new Admission(admission.role(), Optional.empty())),
                            ending::close)
                    .hosting(system.agentId());
        } catch (IOException | CompletionException e) {
            wire.close();
            throw e;
        }
    }

    static boolean somebodyListens(Places places) {
        if (!(places.defaultAddress() instanceof Address.UnixSocket(var path))
                || !Files.exists(path)) {
            return false;
        }
        var wire = NettyWire.open("look");
        try (var looking =
                BusConnection.open(
                        new FrameBusDialer(wire, places.defaultAddress()),
                        identity(),
                        new KryoBodyCodec(),
                        wire.ticker(),
                        new Random())) {
            looking.connected(A_LOOK).join();
            return true;
        } catch (CompletionException e) {
            return false;
        } finally {
            wire.close();
        }
    }

    /// What a window needs on one line to a broker.
    static Backend backend(
            String profile, Wire wire, BodyCodec codec, BusDialer dialer, Runnable onClose) {
        var connection = BusConnection.open(dialer, identity(), codec, wire.ticker(), new Random());
        var single = new BusCaller(connection, codec, wire.ticker());
        var caller = ResilientCaller.around(single, connection, wire.ticker(), new Random());
        var fleet = new CalmFleet(LiveFleetModel.start(connection, single, wire.ticker()));
        return new Backend(
                        profile,
                        identity().name(),
                        caller,
                        caller,
                        fleet,
                        wire.ticker(),
                        () -> {
                            connection.close();
                            onClose.run();
                            wire.close();
                        })
                .hearing(
                        onRing ->
                                connection.subscribe(
                                        CollectorTopics.ALL_AUDIT,
                                        SubscriptionKind.LISTEN,
                                        _ -> onRing.run()));
    }

    static ClientIdentity identity() {
        long pid = ProcessHandle.current().pid();
        return new ClientIdentity("console-" + pid, "console", ProgramVersion.text(), pid);
    }
}
