package daemoneye.app.config.diff;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import java.util.List;
import java.util.concurrent.Executor;

/// Two texts side by side or below each other, and the change that somebody looks at. Comparing
/// happens in the background; only the newest comparison is shown. FX thread only.
public final class DiffViewModel {
    private final Executor background;
    private final Executor fxThread;
    private final ReadOnlyObjectWrapper<List<DiffRow>> rows =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper();
    private final BooleanProperty inline = new SimpleBooleanProperty(false);
    private final BooleanProperty unfolded = new SimpleBooleanProperty(false);
    private List<DiffRow> all = List.of();
    private long newest;

    /// @param background where texts are compared
    public DiffViewModel(Executor background, Executor fxThread) {
        this.background = background;
        this.fxThread = fxThread;
        inline.subscribe((_, _) -> arrange());
        unfolded.subscribe((_, _) -> arrange());
    }

    /// Shows what leads from one text to the other, soon.
    public void compare(String left, String right) {
        long mine = ++newest;
        background.execute(
                () -> {
                    var found = TextDiff.of(left, right);
                    fxThread.execute(() -> take(mine, found));
                });
    }

    private void take(long mine, List<DiffRow> found) {
        if (mine == newest && !found.equals(all)) {
            all = found;
            count.set(Folding.changes(found));
            at.set(Math.min(Math.max(1, at.get()), count.get()));
            arrange();
        }
    }

    private void arrange() {
        var shown = unfolded.get() ? all : Folding.folded(all);
        rows.set(inline.get() ? Folding.inline(shown) : shown);
    }

    /// To the next change; from the last one to the first.
    public void next() {
        go(1);
    }

    /// To the change before; from the first one to the last.
    public void previous() {
        go(-1);
    }

    private void go(int step) {
        if (count.get() > 0) {
            at.set(Math.floorMod(at.get() - 1 + step, count.get()) + 1);
        }
    }

    /// What stands there, in order.
    public ReadOnlyObjectProperty<List<DiffRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// How many changes there are.
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /// The change looked at, from 1; 0 if there is none.
    public ReadOnlyIntegerProperty atProperty() {
        return at.getReadOnlyProperty();
    }

    /// Whether both texts stand below each other instead of side by side.
    public BooleanProperty inlineProperty() {
        return inline;
    }

    /// Whether unchanged lines are all shown.
    public BooleanProperty unfoldedProperty() {
        return unfolded;
    }
}
