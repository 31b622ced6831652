package daemoneye.app.fx;

import javafx.util.Subscription;

/// What a view looks at for as long as it is shown. A view of something that outlives it ends this
/// when it goes, or it would be held and woken for ever. FX thread only.
public final class Watching {
    private Subscription all = Subscription.EMPTY;

    public void add(Subscription one) {
        all = all.and(one);
    }

    /// Looks no more.
    public void end() {
        all.unsubscribe();
        all = Subscription.EMPTY;
    }
}
