package daemoneye.app.rollout.plan;

import daemoneye.app.calls.CollectorAction;
import daemoneye.app.config.DryRunViewModel;
import daemoneye.app.config.KeyRow;
import daemoneye.app.config.apply.Wish;
import daemoneye.app.config.draft.Change;
import daemoneye.app.config.draft.DraftViewModel;
import daemoneye.app.config.draft.Rules;
import daemoneye.app.config.talk.ConfigTalk;
import daemoneye.app.config.talk.Desk;
import daemoneye.app.config.talk.Reply;
import daemoneye.app.config.talk.Snapshot;
import daemoneye.app.dashboard.Standing;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.rpc.client.fleet.CollectorView;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;
import daemoneye.rpc.protocol.value.ConfigValue;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// One target before anything is sent: what runs there, what would change, and what its agent says
/// of that. Judged against its own version. FX thread only.
public final class PlanTarget {
    /// Questions asked again because the version changed between reading and judging.
    private static final int MOST_READS = 5;

    private final CollectorId id;
    private final Map<String, ConfigValue> wanted;
    private final ConfigTalk talk;
    private final DryRunViewModel dry;
    private final Runnable onChange;
    private final BooleanProperty included = new SimpleBooleanProperty(true);
    private final ReadOnlyObjectWrapper<PlanStand> stand =
            new ReadOnlyObjectWrapper<>(new PlanStand.Asking());
    private Optional<Snapshot> running = Optional.empty();
    private List<Change> changes = List.of();
    private Map<String, ConfigValue> wish = Map.of();
    private boolean hasProcess;
    private boolean away;
    private long lastSeen;
    private int newest;
    private int reads;

    PlanTarget(Desk desk, String collector, Map<String, ConfigValue> wanted, Runnable onChange) {
        this.id = new CollectorId(collector);
        this.wanted = wanted;
        this.onChange = onChange;
        this.talk = new ConfigTalk(desk.operations().calls(), id, desk.fxThread());
        this.dry = new DryRunViewModel(talk, desk.ticker(), _ -> readAgain());
        dry.stateProperty().subscribe((_, _) -> judged());
        included.subscribe((_, _) -> onChange.run());
    }

    /// Reads what runs and has the change judged.
    void check() {
        reads = 0;
        if (away) {
            return;
        }
        read();
    }

    private void readAgain() {
        if (reads < MOST_READS) {
            read();
        }
    }

    private void read() {
        reads++;
        int mine = ++newest;
        dry.forget();
        turn(new PlanStand.Asking());
        talk.current(
                reply -> {
                    if (mine == newest) {
                        take(reply);
                    }
                });
    }

    private void take(Reply<Snapshot> reply) {
        switch (reply) {
            case Reply.Got(var snapshot) -> compare(snapshot);
            case Reply.Trouble<Snapshot> trouble -> turn(new PlanStand.Blocked(trouble.sentence()));
        }
    }

    private void compare(Snapshot snapshot) {
        running = Optional.of(snapshot);
        var rules = Rules.of(snapshot.schema(), snapshot.values());
        var draft = new DraftViewModel(rules, snapshot.values());
        var unknown = draft.put(wanted);
        changes = draft.changes();
        wish = draft.wish();
        if (!unknown.isEmpty()) {
            var name = SafeText.of(unknown.getFirst(), 60);
            turn(new PlanStand.Blocked(Messages.text("rollout.plan.unknown", name)));
        } else if (changes.isEmpty()) {
            turn(new PlanStand.Nothing());
        } else {
            dry.ask(request(true, false, Optional.empty()));
        }
    }

    private void judged() {
        switch (dry.stateProperty().get()) {
            case NONE -> {}
            case ASKING -> turn(new PlanStand.Asking());
            case ACCEPTED -> turn(new PlanStand.Ready());
            case REFUSED -> turn(new PlanStand.Blocked(dry.hindrance().orElse("")));
            case FAILED -> turn(new PlanStand.Blocked(dry.troubleProperty().get()));
        }
    }

    private void turn(PlanStand now) {
        stand.set(now);
        onChange.run();
    }

    /// Lets it know what the fleet says: another version is read again, once.
    void show(CollectorView view) {
        hasProcess = view.state().hasProcess();
        var standing = Standing.of(view);
        if (!CollectorAction.CONFIGURE.fits(standing)) {
            leave(Messages.text("rollout.plan.unfit", standing.label()));
            return;
        }
        if (away) {
            away = false;
            check();
            return;
        }
        long seen = view.configVersion();
        boolean known = running.filter(each -> each.version() != seen).isPresent();
        if (known && seen > 0 && seen != lastSeen && !(stand.get() instanceof PlanStand.Asking)) {
            lastSeen = seen;
            check();
        }
    }

    /// The fleet does not know it any more.
    void vanish() {
        hasProcess = false;
        leave(Messages.text("rollout.plan.gone"));
    }

    private void leave(String why) {
        if (!away) {
            away = true;
            newest++;
            dry.forget();
            turn(new PlanStand.Blocked(why));
        }
    }

    /// The change as it is sent to this one.
    ///
    /// @param restart whether it may be restarted for it
    /// @throws IllegalStateException if it is not ready for that
    public Wish wish(boolean restart, Optional<String> reason) {
        var base = running.orElseThrow(IllegalStateException::new);
        return new Wish(request(false, restart && restarts(), reason), base, changes, true);
    }

    private ConfigUpdateRequest request(boolean dryRun, boolean restart, Optional<String> reason) {
        return new ConfigUpdateRequest(
                id,
                wish,
                dryRun,
                restart,
                true,
                OptionalLong.of(running.map(Snapshot::version).orElse(0L)),
                reason);
    }

    /// Whether the change needs a restart and there is something to restart.
    public boolean restarts() {
        return hasProcess && changes.stream().anyMatch(Change::restart);
    }

    /// Whether somebody would see its beats afterwards.
    boolean isRunning() {
        return hasProcess;
    }

    /// Whether it is sent there.
    public boolean isChosen() {
        return included.get() && stand.get() instanceof PlanStand.Ready;
    }

    /// Whether it is in the way of the others.
    boolean isInTheWay() {
        return included.get()
                && (stand.get() instanceof PlanStand.Blocked
                        || stand.get() instanceof PlanStand.Asking);
    }

    public String collector() {
        return id.text();
    }

    /// What would change here, with verdicts.
    public List<KeyRow> keys() {
        return changes.stream().map(each -> KeyRow.of(each, dry)).toList();
    }

    /// What is seen or protected less.
    public long weaker() {
        return changes.stream().filter(each -> !each.weaker().isEmpty()).count();
    }

    /// The version that runs; empty before it was read.
    public Optional<Snapshot> running() {
        return running;
    }

    /// Whether a person wants it to be among them.
    public BooleanProperty includedProperty() {
        return included;
    }

    public ReadOnlyObjectProperty<PlanStand> standProperty() {
        return stand.getReadOnlyProperty();
    }
}
