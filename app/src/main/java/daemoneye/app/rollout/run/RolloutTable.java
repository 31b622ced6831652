package daemoneye.app.rollout.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The result of a rollout as rows for files; fields as in those of other actions on several.
public final class RolloutTable {
    private RolloutTable() {}

    /// One row for each target.
    public static List<Map<String, Object>> of(RolloutRun run) {
        return run.rows().stream().map(each -> row(run, each)).toList();
    }

    private static Map<String, Object> row(RolloutRun run, RolloutRow row) {
        var cells = new LinkedHashMap<String, Object>();
        cells.put("collector", row.collector());
        cells.put("operation", run.intent().action().key());
        cells.put("wave", row.wave());
        cells.put("outcome", row.standProperty().get().key());
        cells.put("version_before", row.wish().running().version());
        cells.put("took", row.tookProperty().get());
        cells.put("detail", row.textProperty().get());
        return cells;
    }
}
