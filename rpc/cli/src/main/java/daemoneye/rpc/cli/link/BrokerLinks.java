package daemoneye.rpc.cli.link;

import daemoneye.rpc.cli.option.ProgramVersion;
import daemoneye.rpc.client.connection.BusConnection;
import daemoneye.rpc.client.connection.ConnectionState;
import daemoneye.rpc.client.connection.ConnectionState.Closed;
import daemoneye.rpc.client.connection.ConnectionState.Connected;
import daemoneye.rpc.client.connection.ConnectionState.Reconnecting;
import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.bus.FrameBusDialer;
import daemoneye.rpc.transport.bus.Welcome;
import daemoneye.rpc.transport.wire.Address;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Links over sockets, or over whatever wire it is given; one wire for each link.
public final class BrokerLinks implements Links {
    /// For somebody who accepts and then says nothing.
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int MAX_NAME = 100;
    private final Plumbing plumbing;

    public BrokerLinks(Plumbing plumbing) {
        this.plumbing = plumbing;
    }

    @Override
    public OpenLink open(Address address, Admission admission) throws NotReachable {
        var wire = plumbing.wires().get();
        var codec = plumbing.codecs().get();
        var dialer = new RememberingDialer(new FrameBusDialer(wire, address, admission));
        var connection =
                BusConnection.open(dialer, identity(), codec, wire.ticker(), plumbing.random());
        try {
            var welcome = first(connection);
            return new BrokerLink(wire, connection, codec, welcome, plumbing.random());
        } catch (NotReachable e) {
            connection.close();
            wire.close();
            throw new NotReachable(dialer.fault().orElse(e.code()), String.valueOf(e.getMessage()));
        }
    }

    /// The first try decides: who types a command is not to wait for a broker that may never come.
    private static Welcome first(BusConnection connection) throws NotReachable {
        var first = new CompletableFuture<Welcome>();
        var unwatch = connection.watch(state -> settle(first, state));
        try {
            return first.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            var cause = e.getCause();
            throw cause instanceof NotReachable refused
                    ? refused
                    : new NotReachable(String.valueOf(cause));
        } catch (TimeoutException e) {
            throw new NotReachable(
                    "Somebody listens there, but has not said a word for %d s: is it a broker?"
                            .formatted(PATIENCE.toSeconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReachable("Interrupted while connecting.");
        } finally {
            unwatch.run();
        }
    }

    private static void settle(CompletableFuture<Welcome> first, ConnectionState state) {
        switch (state) {
            case Connected(var welcome, _) -> first.complete(welcome);
            case Reconnecting(_, _, var fault) -> {
                if (!fault.isEmpty()) {
                    first.completeExceptionally(new NotReachable(fault));
                }
            }
            case Closed(var reason) -> first.completeExceptionally(new NotReachable(reason));
        }
    }

    /// Who types: the name that stands in the audit log of those whom we call.
    private static ClientIdentity identity() {
        var user = System.getProperty("user.name", "").replaceAll("[^\\x21-\\x7e]", "_");
        var name = "cli-" + (user.length() <= MAX_NAME ? user : user.substring(0, MAX_NAME));
        return new ClientIdentity(
                name, "cli", ProgramVersion.text(), ProcessHandle.current().pid());
    }
}
