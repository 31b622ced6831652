package daemoneye.app.dashboard.view;

import daemoneye.app.controls.mark.CountChip;
import daemoneye.app.dashboard.FleetViewModel;
import daemoneye.app.dashboard.Standing;

import javafx.scene.layout.Pane;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How many collectors stand how; a click shows only those, a second one all again. The four that
/// an operator looks for first are always there, the others when somebody stands so.
final class StandingChips {
    private static final List<Standing> ORDER =
            List.of(
                    Standing.HEALTHY,
                    Standing.DEGRADED,
                    Standing.UNHEALTHY,
                    Standing.FAILED,
                    Standing.QUARANTINED,
                    Standing.UNRESPONSIVE,
                    Standing.STARTING,
                    Standing.STOPPING,
                    Standing.PAUSED,
                    Standing.STOPPED,
                    Standing.UNKNOWN);
    private static final List<Standing> ALWAYS =
            List.of(Standing.HEALTHY, Standing.DEGRADED, Standing.FAILED, Standing.UNRESPONSIVE);

    private final Map<Standing, CountChip> chips = new EnumMap<>(Standing.class);

    StandingChips(Pane pane, FleetViewModel model) {
        for (var standing : ORDER) {
            var chip = new CountChip(standing.kind(), standing.label().toLowerCase(Locale.ROOT));
            chip.setId("chip-" + standing.key());
            chip.setOnAction(
                    click ->
                            model.chipProperty()
                                    .set(
                                            chip.isSelected()
                                                    ? Optional.of(standing)
                                                    : Optional.empty()));
            chips.put(standing, chip);
            pane.getChildren().add(chip);
        }
        model.countsProperty().subscribe(counts -> show(counts, model.chipProperty().get()));
        model.chipProperty().subscribe(chosen -> show(model.countsProperty().get(), chosen));
    }

    private void show(Map<Standing, Integer> counts, Optional<Standing> chosen) {
        chips.forEach(
                (standing, chip) -> {
                    int count = counts.getOrDefault(standing, 0);
                    boolean selected = chosen.isPresent() && chosen.get() == standing;
                    boolean wanted = count > 0 || selected || ALWAYS.contains(standing);
                    chip.setCount(count);
                    chip.setSelected(selected);
                    chip.setVisible(wanted);
                    chip.setManaged(wanted);
                });
    }
}
