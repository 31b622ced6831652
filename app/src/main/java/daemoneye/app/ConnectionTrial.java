package daemoneye.app;

import daemoneye.app.profile.TestResult;
import daemoneye.app.text.Messages;
import daemoneye.app.text.Wording;
import daemoneye.rpc.client.connection.BusConnection;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.place.Places;
import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.bus.FrameBusDialer;
import daemoneye.rpc.transport.bus.Welcome;
import daemoneye.rpc.transport.codec.KryoBodyCodec;
import daemoneye.rpc.transport.netty.NettyWire;
import daemoneye.rpc.transport.wire.Address;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// Tries whether a broker lets us in, once. Blocks.
final class ConnectionTrial {
    /// A little more than a try may take before it counts as failed.
    private static final Duration PATIENCE = Duration.ofSeconds(11);

    private ConnectionTrial() {}

    /// Connects, and hangs up again.
    ///
    /// @param givenUp ends it before there is an answer
    static TestResult at(Address address, Admission admission, CompletionStage<Void> givenUp) {
        var wire = NettyWire.open("trial");
        var result = new CompletableFuture<TestResult>();
        long since = wire.ticker().nanos();
        givenUp.thenRun(() -> result.complete(no(Messages.text("profile.test.givenUp"))));
        try (var trial =
                BusConnection.open(
                        new FrameBusDialer(wire, address, admission),
                        Backends.identity(),
                        new KryoBodyCodec(),
                        wire.ticker(),
                        new Random())) {
            var _ =
                    wire.ticker()
                            .after(
                                    PATIENCE,
                                    () -> result.complete(no(Messages.text("profile.mute"))));
            trial.watch(
                    state -> {
                        switch (state) {
                            case ConnectionState.Connected(var welcome, _) ->
                                    result.complete(
                                            yes(address, welcome, wire.ticker().since(since)));
                            case ConnectionState.Reconnecting(_, _, var fault) -> {
                                if (!fault.isEmpty()) {
                                    result.complete(no(fault));
                                }
                            }
                            case ConnectionState.Closed(var reason) -> result.complete(no(reason));
                        }
                    });
            return result.join();
        } finally {
            wire.close();
        }
    }

    private static TestResult yes(Address address, Welcome welcome, Duration took) {
        var role = welcome.role().map(Role::name).orElse("–").toLowerCase(Locale.ROOT);
        return new TestResult(
                true, Messages.text("profile.tested", address, role, Wording.millis(took)));
    }

    private static TestResult no(String sentence) {
        return new TestResult(false, Messages.text("profile.notReached", sentence));
    }

    /// Looks whether a broker and an agent could live here.
    static TestResult here(Places places) {
        if (Backends.somebodyListens(places)) {
            return new TestResult(true, Messages.text("profile.tested.joins"));
        }
        try {
            Files.createDirectories(places.runtime());
            return Files.isWritable(places.runtime())
                    ? new TestResult(true, Messages.text("profile.tested.here"))
                    : no(Messages.text("profile.here.readOnly", places.runtime()));
        } catch (IOException e) {
            return no(Messages.text("profile.here.readOnly", places.runtime()));
        }
    }

    static TestResult missing(Path socket) {
        return no(Messages.text("profile.where.missing", socket));
    }
}
