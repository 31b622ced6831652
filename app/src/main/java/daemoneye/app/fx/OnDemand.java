package daemoneye.app.fx;

import java.util.Optional;
import java.util.function.Supplier;

/// Something that is made when it is wanted for the first time, and kept. FX thread.
///
/// @param <T> what is made
public final class OnDemand<T> implements Supplier<T> {
    private final Supplier<T> maker;
    private Optional<T> made = Optional.empty();

    public OnDemand(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        if (made.isEmpty()) {
            made = Optional.of(maker.get());
        }
        return made.get();
    }
}
