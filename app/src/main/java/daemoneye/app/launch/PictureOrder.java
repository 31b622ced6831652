package daemoneye.app.launch;

import daemoneye.app.controls.Theme;
import daemoneye.app.shell.Page;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// One picture to take.
///
/// @param select the collector whose pane is open beside the fleet table, or empty text
record PictureOrder(Path file, Page page, String select, Theme theme, WindowSize size) {
    /// What a run without a display leaves behind: the fleet and a collector, dark and light, and
    /// the fleet small and large.
    static List<PictureOrder> tour(Path folder, String collector) {
        var usual = new WindowSize(1440, 900);
        return List.of(
                fleet(folder, "fleet-dark.png", collector, Theme.DARK, usual),
                fleet(folder, "fleet-light.png", collector, Theme.LIGHT, usual),
                page(folder, collector, Theme.DARK, usual),
                page(folder, collector, Theme.LIGHT, usual),
                fleet(folder, "fleet-small.png", "", Theme.DARK, new WindowSize(1024, 700)),
                fleet(
                        folder,
                        "fleet-large.png",
                        collector,
                        Theme.DARK,
                        new WindowSize(1920, 1080)));
    }

    private static PictureOrder fleet(
            Path folder, String name, String select, Theme theme, WindowSize size) {
        return new PictureOrder(folder.resolve(name), new Page.Fleet(), select, theme, size);
    }

    private static PictureOrder page(Path folder, String collector, Theme theme, WindowSize size) {
        var name = "%s-%s.png".formatted(collector, theme.name().toLowerCase(Locale.ROOT));
        return new PictureOrder(
                folder.resolve(name), new Page.Collector(collector), "", theme, size);
    }
}
