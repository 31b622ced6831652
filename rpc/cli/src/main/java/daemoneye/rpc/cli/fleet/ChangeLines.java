package daemoneye.rpc.cli.fleet;

import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.client.fleet.FleetSnapshot;
import daemoneye.rpc.protocol.id.CollectorId;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One line, or one JSON document, for everything that has changed. Figures and ages alone are no
/// change.
final class ChangeLines implements FleetShow {
    private final Report report;
    private final Map<CollectorId, Object> told = new HashMap<>();
    private Optional<LinkText> toldLink = Optional.empty();

    ChangeLines(Report report) {
        this.report = report;
    }

    @Override
    public void show(FleetSnapshot snapshot) {
        var link = LinkText.of(snapshot.link());
        // The very first snapshot may have been taken before the model had looked at its link.
        if (!link.unknown() && !Optional.of(link).equals(toldLink)) {
            toldLink = Optional.of(link);
            tell(snapshot.takenAt(), link);
        }
        if (!snapshot.listed() && told.isEmpty()) {
            return;
        }
        var rows = snapshot.collectors().stream().map(CollectorRow::of).toList();
        rows.forEach(row -> tellIfNew(snapshot.takenAt(), row));
        var here = rows.stream().map(CollectorRow::id).collect(Collectors.toSet());
        var gone = told.keySet().stream().filter(id -> !here.contains(id)).toList();
        gone.forEach(id -> tellGone(snapshot.takenAt(), id));
    }

    private void tellIfNew(Instant at, CollectorRow row) {
        var standing = row.standing();
        if (standing.equals(told.put(row.id(), standing))) {
            return;
        }
        if (report.json()) {
            report.document(new Fields().with("at", at).all(row.json().object()).object());
        } else {
            report.line(
                    "%s  %s  %s, %s, %s%s"
                            .formatted(
                                    time(at),
                                    row.id(),
                                    row.state().wireName(),
                                    row.liveness().wireName(),
                                    row.health().wireName(),
                                    row.note().map(" - "::concat).orElse("")));
        }
    }

    private void tellGone(Instant at, CollectorId id) {
        told.remove(id);
        if (report.json()) {
            report.document(
                    new Fields()
                            .with("at", at)
                            .with("collector_id", id)
                            .with("removed", true)
                            .object());
        } else {
            report.line("%s  %s  removed".formatted(time(at), id));
        }
    }

    private void tell(Instant at, LinkText link) {
        if (report.json()) {
            report.document(
                    new Fields()
                            .with("at", at)
                            .with("link", link.word())
                            .with("fault", link.fault())
                            .object());
        } else {
            report.line("%s  %s".formatted(time(at), link.sentence()));
        }
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
