package daemoneye.app.launch.display;

import daemoneye.app.files.TemporaryFolder;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Lets JavaFX start on a Linux without fonts: it fails if the system's list of fonts is empty,
/// although the console brings its own. They are laid out as files then, and named to the system's
/// library as the only ones.
@SuppressWarnings("restricted") // JavaFX calls the same libraries
public final class SystemFonts {
    private static final Logger LOG = LoggerFactory.getLogger(SystemFonts.class);
    private static final Pattern FONT = Pattern.compile(".*\\.(ttf|otf|ttc|pfb)(\\.gz)?");
    private static final int DEPTH = 5;
    private static final int SYSTEM_SET = 0;
    private static final List<String> OURS =
            List.of(
                    "Inter-Regular.otf",
                    "Inter-Medium.otf",
                    "Inter-SemiBold.otf",
                    "Inter-Bold.otf",
                    "JetBrainsMono-Regular.ttf",
                    "JetBrainsMono-Medium.ttf",
                    "JetBrainsMono-Bold.ttf");

    @SuppressWarnings("InlineFormatString") // too long to stand inside a method
    private static final String SETTINGS =
            """
            <?xml version="1.0"?>
            <!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig>
              <dir>%1$s</dir>
              <cachedir>%1$s/cache</cachedir>
              <alias><family>monospace</family><prefer><family>JetBrains Mono</family></prefer></alias>
              <alias><family>sans-serif</family><prefer><family>Inter</family></prefer></alias>
            </fontconfig>
            """;

    private SystemFonts() {}

    /// To be called before JavaFX starts; does nothing where there are fonts.
    public static void ensure(Map<String, String> environment) {
        if (arePlainlyThere(environment) || count() > 0) {
            return;
        }
        try {
            var folder = TemporaryFolder.forThisProcess("daemoneye-fonts");
            layOut(folder);
            setEnvironment("FONTCONFIG_FILE", folder.resolve("fonts.conf").toString());
            LOG.info("This system has no fonts: the console's own are used.");
        } catch (IOException e) {
            LOG.warn("This system has no fonts, and ours cannot be laid out: {}", e.toString());
        }
    }

    // The usual case, told without loading anything.
    private static boolean arePlainlyThere(Map<String, String> environment) {
        if (environment.keySet().stream().anyMatch(each -> each.startsWith("FONTCONFIG_"))
                || !Files.isReadable(Path.of("/etc/fonts/fonts.conf"))) {
            return false;
        }
        try (var files = Files.walk(Path.of("/usr/share/fonts"), DEPTH)) {
            return files.anyMatch(each -> FONT.matcher(each.toString()).matches());
        } catch (IOException e) {
            return false;
        }
    }

    /// How many fonts the system's library knows; 1 if there is no such library to ask.
    private static int count() {
        try {
            var library = SymbolLookup.libraryLookup("libfontconfig.so.1", Arena.global());
            var linker = Linker.nativeLinker();
            var fonts =
                    linker.downcallHandle(
                            library.find("FcConfigGetFonts").orElseThrow(),
                            FunctionDescriptor.of(
                                    ValueLayout.ADDRESS,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT));
            var load =
                    linker.downcallHandle(
                            library.find("FcInitLoadConfigAndFonts").orElseThrow(),
                            FunctionDescriptor.of(ValueLayout.ADDRESS));
            var config = (MemorySegment) load.invokeExact();
            if (config.equals(MemorySegment.NULL)) {
                return 0;
            }
            var set = (MemorySegment) fonts.invokeExact(config, SYSTEM_SET);
            return set.equals(MemorySegment.NULL)
                    ? 0
                    : set.reinterpret(ValueLayout.JAVA_INT.byteSize()).get(ValueLayout.JAVA_INT, 0);
        } catch (Throwable e) {
            // What a method handle throws has no narrower type. JavaFX will tell.
            LOG.debug("Fonts could not be counted: {}", e.toString());
            return 1;
        }
    }

    static void layOut(Path folder) throws IOException {
        for (var name : OURS) {
            try (var font = SystemFonts.class.getResourceAsStream("/fonts/" + name)) {
                if (font == null) {
                    throw new IOException("fonts/" + name + " is not on the class path");
                }
                Files.copy(font, folder.resolve(name));
            }
        }
        Files.writeString(folder.resolve("fonts.conf"), SETTINGS.formatted(folder));
    }

    private static void setEnvironment(String name, String value) {
        var linker = Linker.nativeLinker();
        try (var arena = Arena.ofConfined()) {
            var set =
                    linker.downcallHandle(
                            linker.defaultLookup().find("setenv").orElseThrow(),
                            FunctionDescriptor.of(
                                    ValueLayout.JAVA_INT,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT));
            var _ = (int) set.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
        } catch (Throwable e) {
            LOG.warn("Our fonts cannot be named to the system: {}", e.toString());
        }
    }
}
