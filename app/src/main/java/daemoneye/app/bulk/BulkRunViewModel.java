package daemoneye.app.bulk;

import daemoneye.app.calls.CallTerms;
import daemoneye.app.calls.CollectorAction;
import daemoneye.app.calls.OperationsViewModel;
import daemoneye.app.guard.Intent;
import daemoneye.app.shutdown.ShutdownRun;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.time.Ticker;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// One action on several collectors, in [Waves]: the next one begins when all of
/// the one before have ended. If the link is lost, those that have not been asked are not asked
/// later either. FX thread only.
public final class BulkRunViewModel implements KeptResult {
    private final Intent intent;
    private final Map<String, CallTerms> terms;
    private final OperationsViewModel operations;
    private final Supplier<Optional<String>> obstacle;
    private final Ticker ticker;
    private final Instant began;
    private final List<BulkRow> rows = new ArrayList<>();
    private final ReadOnlyBooleanWrapper over = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper unknown = new ReadOnlyIntegerWrapper(0);
    private int wave;

    /// @param terms for each target
    /// @param obstacle why nothing can be sent at the moment, if so
    public BulkRunViewModel(
            Intent intent,
            Map<String, CallTerms> terms,
            OperationsViewModel operations,
            Supplier<Optional<String>> obstacle,
            Ticker ticker) {
        this.intent = intent;
        this.terms = Map.copyOf(terms);
        this.operations = operations;
        this.obstacle = obstacle;
        this.ticker = ticker;
        this.began = ticker.now();
        for (var id : intent.targets()) {
            rows.add(new BulkRow(id, Waves.at(rows.size())));
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
        next.forEach(this::begin);
        sumUp();
    }

    private void begin(BulkRow row) {
        var id = row.collector();
        var own = terms.getOrDefault(id, CallTerms.plain());
        if (isShutdown()) {
            var run = new ShutdownRun(id, own, ticker);
            row.follow(operations.begin(intent.action(), id, own, run::report), run, this::ended);
        } else {
            row.follow(operations.begin(intent.action(), id, own), this::ended);
        }
    }

    /// Whether rows tell of phases.
    public boolean isShutdown() {
        return intent.action() == CollectorAction.SHUT_DOWN
                || intent.action() == CollectorAction.FORCE_SHUT_DOWN;
    }

    /// Whether the process of a row under way can be killed instead.
    public boolean canBeForced() {
        return intent.action() == CollectorAction.SHUT_DOWN;
    }

    /// Lets those under way know what the fleet says.
    void show(FleetSnapshot snapshot) {
        for (var row : rows) {
            if (row.stateProperty().get() == RowState.RUNNING) {
                row.shutdown().ifPresent(run -> run.show(snapshot));
            }
        }
    }

    /// Asks what became of all of which nobody knows. Nothing is sent again.
    public void findOut() {
        rows.forEach(this::findOut);
    }

    /// The same of one.
    public void findOut(BulkRow row) {
        row.operation().ifPresent(operations::findOut);
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
        unknown.set((int) count(RowState.UNKNOWN));
        summary.set(
                Messages.text(
                        "bulk.summary",
                        count(RowState.DONE),
                        count(RowState.FAILED),
                        count(RowState.UNKNOWN),
                        count(RowState.NOT_SENT) + count(RowState.CANCELLED),
                        count(RowState.RUNNING) + count(RowState.WAITING)));
        // Last: whoever hears that it is over reads the summary.
        over.set(rows.stream().allMatch(each -> each.stateProperty().get().isOver()));
    }

    private long count(RowState state) {
        return rows.stream().filter(each -> each.stateProperty().get() == state).count();
    }

    @Override
    public Instant began() {
        return began;
    }

    /// Of how many nobody knows how they ended.
    public ReadOnlyIntegerProperty unknownProperty() {
        return unknown.getReadOnlyProperty();
    }

    @Override
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

    @Override
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }
}
