package daemoneye.app.rollout.run;

import daemoneye.app.rollout.run.RolloutState.End;
import daemoneye.rpc.client.fleet.FleetSnapshot;

import java.util.List;

/// The targets of a rollout, in the order of the waves, and what can be said of them together. FX
/// thread only.
final class RolloutRows {
    private final List<RolloutRow> all;

    RolloutRows(List<RolloutRow> all) {
        this.all = List.copyOf(all);
    }

    List<RolloutRow> all() {
        return all;
    }

    RolloutRow row(String collector) {
        return all.stream()
                .filter(each -> each.collector().equals(collector))
                .findFirst()
                .orElseThrow();
    }

    boolean isBusy() {
        return all.stream().anyMatch(each -> each.standProperty().get().isActive());
    }

    /// Those of the next wave; nobody if all were asked.
    List<RolloutRow> next() {
        int wave =
                all.stream().filter(RolloutRow::waits).mapToInt(RolloutRow::wave).min().orElse(0);
        return all.stream().filter(each -> each.wave() == wave && each.waits()).toList();
    }

    /// Those of the last wave that is to be put back, the last one first.
    List<RolloutRow> nextBack() {
        int wave =
                all.stream()
                        .filter(RolloutRow::wantsBack)
                        .mapToInt(RolloutRow::wave)
                        .max()
                        .orElse(0);
        return all.reversed().stream()
                .filter(each -> each.wave() == wave && each.wantsBack())
                .toList();
    }

    /// Nobody else is asked.
    void dropRest() {
        all.stream().filter(RolloutRow::waits).forEach(RolloutRow::notSent);
    }

    /// All that were changed may be put back, also those where that was tried.
    void forgetTries() {
        all.forEach(RolloutRow::forgetTry);
    }

    End endOfBack() {
        boolean whole =
                all.stream()
                        .map(each -> each.standProperty().get())
                        .noneMatch(each -> each.isChanged() || each == RowStand.BACK_UNWELL);
        return whole ? End.PUT_BACK : End.PUT_BACK_PARTLY;
    }

    List<RolloutRow> unknown() {
        return all.stream().filter(each -> each.standProperty().get().isUnknown()).toList();
    }

    long changed() {
        return all.stream().filter(each -> each.standProperty().get().isChanged()).count();
    }

    void show(FleetSnapshot snapshot) {
        all.forEach(each -> each.show(snapshot));
    }
}
