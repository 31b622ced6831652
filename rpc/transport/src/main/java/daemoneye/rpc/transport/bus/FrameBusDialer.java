package daemoneye.rpc.transport.bus;

import daemoneye.rpc.transport.auth.Admission;
import daemoneye.rpc.transport.auth.Nonces;
import daemoneye.rpc.transport.wire.Address;
import daemoneye.rpc.transport.wire.Wire;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Opens sessions with the frame broker at one address. Safe from any thread. Does not own the
/// wire.
public final class FrameBusDialer implements BusDialer {
    private final Wire wire;
    private final Address address;
    private final Admission admission;
    private final Supplier<byte[]> nonces;

    /// As who we are on this machine.
    public FrameBusDialer(Wire wire, Address address) {
        this(wire, address, Admission.USUAL);
    }

    /// @param admission what to be let in as, and with what
    public FrameBusDialer(Wire wire, Address address, Admission admission) {
        this(wire, address, admission, Nonces.secure());
    }

    /// @param nonces a new one for each handshake with a token
    public FrameBusDialer(
            Wire wire, Address address, Admission admission, Supplier<byte[]> nonces) {
        this.wire = wire;
        this.address = address;
        this.admission = admission;
        this.nonces = nonces;
    }

    /// @return a welcomed session, completed on the wire's loop; or [BusRefusal] from the broker;
    ///     or whatever the wire says if nobody listens there
    @Override
    public CompletableFuture<Bus> dial(ClientIdentity identity) {
        var fault = NameRule.fault(identity.name());
        if (fault.isPresent()) {
            return CompletableFuture.failedFuture(new BusRefusal(RefusalCode.NAME, fault.get()));
        }
        var handshake = new Handshake(wire.loop(), wire.ticker(), admission, nonces);
        return wire.connect(address, handshake)
                .thenCompose(
                        link -> {
                            // We may be on the caller's thread, if the link was there at once.
                            wire.loop().execute(() -> handshake.begin(link, identity));
                            return handshake.result();
                        });
    }
}
