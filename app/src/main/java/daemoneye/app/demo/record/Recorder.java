package daemoneye.app.demo.record;

import daemoneye.app.controls.Theme;
import daemoneye.app.demo.play.Stagecraft;
import daemoneye.app.demo.tour.Walkthrough;
import daemoneye.app.demo.view.PointerLayer;
import daemoneye.app.fx.PngFile;
import daemoneye.app.launch.window.ConsoleWindow;
import daemoneye.app.text.Messages;

import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Writes down a tour while it is played: pictures in both themes, and one page. FX thread.
public final class Recorder implements Stagecraft {
    private final Path folder;
    private final List<PageEntry> entries = new ArrayList<>();
    private final PointerLayer pointer = new PointerLayer();
    private final ConsoleWindow window;
    private final Theme usual;
    private String lastSaid = "";

    /// @param folder where pictures and page go; is made if it is missing
    /// @param usual the theme that the window is in between two pictures
    public Recorder(Path folder, ConsoleWindow window, Theme usual) {
        this.folder = folder;
        this.window = window;
        this.usual = usual;
        window.frame(this::around);
        PointerLayer.style(window.scene());
    }

    private Parent around(Parent inner) {
        return new StackPane(inner, pointer);
    }

    @Override
    public void chapter(int number, int of, String title) {
        entries.add(new PageEntry.Heading(title));
        pointer.hide();
    }

    @Override
    public void caption(String sentence, boolean lookingBack) {
        lastSaid = sentence;
        entries.add(new PageEntry.Spoken(sentence));
    }

    @Override
    public void waitsFor(String what) {}

    @Override
    public void ring(Optional<Bounds> place) {
        pointer.ring(place);
    }

    @Override
    public void pointer(Point2D place, Duration travel) {
        pointer.pointer(place, Duration.ZERO);
    }

    @Override
    public void pressed(boolean down) {}

    @Override
    public void picture(String name) {
        try {
            var dark = take(name, Theme.DARK);
            var light = take(name, Theme.LIGHT);
            usual.applyTo(window.scene());
            int width = (int) window.scene().getWidth();
            int height = (int) window.scene().getHeight();
            entries.add(new PageEntry.Figure(name, lastSaid, dark, light, width, height));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] take(String name, Theme theme) throws IOException {
        theme.applyTo(window.scene());
        var file =
                folder.resolve("%s-%s.png".formatted(name, theme.name().toLowerCase(Locale.ROOT)));
        PngFile.write(window.scene().snapshot(null), file);
        return Files.readAllBytes(file);
    }

    /// Writes the page; any thread, after the end of the tour.
    ///
    /// @return where it is
    /// @throws IOException if it cannot be written
    public Path write(Walkthrough tour, Locale language, String version) throws IOException {
        var page =
                TourPage.html(
                        language,
                        tour.title().in(language),
                        tour.about().in(language),
                        entries,
                        Messages.text("demo.page.foot", version));
        Files.createDirectories(folder);
        return Files.writeString(folder.resolve(tour.name() + ".html"), page);
    }
}
