package daemoneye.app.bulk;

import daemoneye.app.calls.CallTerms;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.guard.Intent;
import daemoneye.app.text.Messages;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// One action on several collectors, in waves of at most [#WAVE]: the next one begins when all of
/// the one before have ended. If the link is lost, those that have not been asked are not asked
/// later either. FX thread only.
public final class BulkRunViewModel {
    /// Collectors that are acted on at the same time.
    public static final int WAVE = 5;

    private final Intent intent;
    private final Map<String, CallTerms> terms;
    private final OperationsViewModel operations;
    private final Supplier<Optional<String>> obstacle;
    private final List<BulkRow> rows = new ArrayList<>();
    private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private int wave;

    /// @param terms for each target
    /// @param obstacle why nothing can be sent at the moment, if so
    public BulkRunViewModel(
            Intent intent,
            Map<String, CallTerms> terms,
            OperationsViewModel operations,
            Supplier<Optional<String>> obstacle) {
        this.intent = intent;
        this.terms = Map.copyOf(terms);
        this.operations = operations;
        this.obstacle = obstacle;
        for (var id : intent.targets()) {
            rows.add(new BulkRow(id, rows.size() / WAVE + 1));
        }
        sumUp();
    }

    /// Begins the first wave.
    public void begin() {
        nextWave();
    }

    private void nextWave() {
        wave++;
        var next = rows.stream().filter(each -> each.wave() == wave).toList();
        var why = obstacle.get();
        if (why.isPresent()) {
            leaveTheRest(why.get());
            return;
        }
        for (var row : next) {
            var id = row.collector();
            row.follow(
                    operations.begin(
                            intent.action(), id, terms.getOrDefault(id, CallTerms.plain())),
                    this::ended);
        }
        sumUp();
    }

    private void ended() {
        sumUp();
        boolean waveIsOver =
                rows.stream()
                        .filter(each -> each.wave() == wave)
                        .allMatch(each -> each.stateProperty().get().isOver());
        boolean some =
                rows.stream().anyMatch(each -> each.stateProperty().get() == RowState.WAITING);
        if (waveIsOver && some) {
            nextWave();
        }
    }

    /// Those that have not been asked are not asked any more; those that run go on.
    public void stopHere() {
        leaveTheRest(Messages.text("bulk.stopped"));
    }

    private void leaveTheRest(String why) {
        rows.stream()
                .filter(each -> each.stateProperty().get() == RowState.WAITING)
                .forEach(each -> each.notSent(why));
        sumUp();
    }

    private void sumUp() {
        over.set(rows.stream().allMatch(each -> each.stateProperty().get().isOver()));
        summary.set(
                Messages.text(
                        "bulk.summary",
                        count(RowState.DONE),
                        count(RowState.FAILED),
                        count(RowState.UNKNOWN),
                        count(RowState.NOT_SENT) + count(RowState.CANCELLED),
                        count(RowState.RUNNING) + count(RowState.WAITING)));
    }

    private long count(RowState state) {
        return rows.stream().filter(each -> each.stateProperty().get() == state).count();
    }

    /// Verb and number.
    public String title() {
        return intent.title();
    }

    public Intent intent() {
        return intent;
    }

    /// One for each target, in the order of the waves.
    public List<BulkRow> rows() {
        return List.copyOf(rows);
    }

    public ReadOnlyBooleanProperty overProperty() {
        return over.getReadOnlyProperty();
    }

    /// "3 done, 1 failed, …".
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }
}
