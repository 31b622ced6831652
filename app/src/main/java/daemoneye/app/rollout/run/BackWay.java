package daemoneye.app.rollout.run;

import daemoneye.app.config.apply.ApplyViewModel;
import daemoneye.app.config.apply.ApplyViewModel.End;
import daemoneye.app.config.apply.Wish;
import daemoneye.app.config.talk.Desk;
import daemoneye.app.config.talk.Reply;
import daemoneye.app.config.talk.Snapshot;
import daemoneye.app.text.Messages;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.payload.ConfigUpdateRequest;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The way of one target back to the values that it had, with the same proof as the way there. What
/// somebody else has changed since is left alone. FX thread only.
final class BackWay {
    private final Desk desk;
    private final RolloutRow row;
    private final Wish wish;
    private final OptionalLong made;
    private final String reason;
    private Optional<ApplyViewModel> run = Optional.empty();

    /// @param made the version that the rollout made there, as far as anybody knows
    BackWay(Desk desk, RolloutRow row, Wish wish, OptionalLong made, String reason) {
        this.desk = desk;
        this.row = row;
        this.wish = wish;
        this.made = made;
        this.reason = reason;
    }

    void begin() {
        row.say(Messages.text("rollout.back.reading"));
        row.talk().current(this::take);
    }

    private void take(Reply<Snapshot> reply) {
        switch (reply) {
            case Reply.Trouble<Snapshot> trouble -> {
                row.say(Messages.text("rollout.back.unread", trouble.sentence()));
                row.settle(RowStand.NOT_BACK);
            }
            case Reply.Got(var now) -> decide(now);
        }
    }

    private void decide(Snapshot now) {
        if (made.isPresent() && now.version() != made.getAsLong()) {
            var text = holdsOld(now) ? "rollout.back.already" : "rollout.back.changed";
            row.say(Messages.text(text, Long.toString(now.version())));
            row.settle(holdsOld(now) ? RowStand.BACK : RowStand.NOT_BACK);
        } else {
            send(now);
        }
    }

    private boolean holdsOld(Snapshot now) {
        return now.values().equals(wish.running().values());
    }

    private void send(Snapshot now) {
        var request =
                new ConfigUpdateRequest(
                        wish.request().collectorId(),
                        Map.of(),
                        false,
                        wish.request().restartRequired(),
                        false,
                        OptionalLong.of(now.version()),
                        Optional.of(reason),
                        OptionalLong.of(wish.running().version()));
        var begun = new ApplyViewModel(desk, row.talk(), new Wish(request, now, List.of(), false));
        run = Optional.of(begun);
        row.follow(begun);
        begun.endProperty().subscribe(end -> learn(begun, end));
        begun.begin();
    }

    private void learn(ApplyViewModel begun, End end) {
        switch (end) {
            case RUNNING -> row.turnBack(RowStand.PUTTING_BACK);
            case APPLIED -> verify(begun);
            case DOUBTFUL -> row.settle(RowStand.BACK_UNWELL);
            case RETURNED, REFUSED, CONFLICT -> row.settle(RowStand.NOT_BACK);
            case UNKNOWN -> row.settle(RowStand.BACK_UNKNOWN);
        }
    }

    // An answer says that it was done; only what was read back says what holds.
    private void verify(ApplyViewModel begun) {
        boolean same = begun.held().filter(this::holdsOld).isPresent();
        if (same) {
            row.say(Messages.text("rollout.back.done", Long.toString(wish.running().version())));
        } else {
            row.say(Messages.text("rollout.back.differs"));
        }
        row.settle(same ? RowStand.BACK : RowStand.NOT_BACK);
    }

    void check() {
        run.ifPresent(ApplyViewModel::check);
    }

    void show(FleetSnapshot snapshot) {
        run.ifPresent(each -> each.show(snapshot));
    }
}
