package daemoneye.rpc.cli.link;

import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.transport.bus.Bus;
import daemoneye.rpc.transport.bus.BusDialer;
import daemoneye.rpc.transport.bus.BusRefusal;
import daemoneye.rpc.transport.bus.ClientIdentity;
import daemoneye.rpc.transport.bus.RefusalCode;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;

/// Remembers why the last try was refused: a wrong token is another failure than nobody being
/// there. Safe from any thread.
public final class RememberingDialer implements BusDialer {
    private final BusDialer dialer;
    private final AtomicReference<Optional<ErrorCode>> fault =
            new AtomicReference<>(Optional.empty());

    public RememberingDialer(BusDialer dialer) {
        this.dialer = dialer;
    }

    @Override
    public CompletableFuture<Bus> dial(ClientIdentity identity) {
        return dialer.dial(identity).whenComplete((_, failure) -> fault.set(codeOf(failure)));
    }

    /// Present if the last try ended because we may not get in.
    public Optional<ErrorCode> fault() {
        return fault.get();
    }

    private static Optional<ErrorCode> codeOf(@Nullable Throwable failure) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (!(cause instanceof BusRefusal refusal)) {
            return Optional.empty();
        }
        return switch (refusal.code()) {
            case RefusalCode.AUTH_FAILED -> Optional.of(ErrorCode.AUTH_FAILED);
            case RefusalCode.ACCESS -> Optional.of(ErrorCode.PERMISSION_DENIED);
            default -> Optional.empty();
        };
    }
}
