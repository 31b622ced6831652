package daemoneye.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The list that About shows names what is really packed. When it fails after an update of a
/// library: `mvn -q package -DskipTests -Pbill` writes the list anew.
class ThirdPartyTest {
    private static final Pattern LIBRARY =
            Pattern.compile("(?m)^\\S+:(\\S+) (\\S+)\\R {4}(\\S.*)$");

    private record Library(String name, String version, String licences) {}

    @Test
    void eachListedLibraryIsTheOneThatIsPacked() throws IOException {
        List<String> jars =
                Stream.of("java.class.path", "jdk.module.path")
                        .map(property -> System.getProperty(property, ""))
                        .flatMap(path -> Stream.of(path.split(File.pathSeparator)))
                        .flatMap(ThirdPartyTest::jars)
                        .toList();

        assertThat(libraries())
                .hasSizeGreaterThan(25)
                .allSatisfy(
                        library ->
                                assertThat(jars)
                                        .anyMatch(
                                                jar ->
                                                        jar.startsWith(
                                                                library.name()
                                                                        + "-"
                                                                        + library.version())));
    }

    @Test
    void eachLicenceHasItsText() throws IOException {
        Path texts = Checkout.current().file("app/src/dist/legal/licenses");

        assertThat(libraries())
                .flatExtracting(library -> List.of(library.licences().split(", ")))
                .filteredOn(licence -> !licence.equals("BSD-2-Clause"))
                .map(licence -> licence.replaceFirst("-(only|or-later)$", "").replace(' ', '-'))
                .map(licence -> licence.replace("The-3-Clause-BSD-License", "BSD-3-Clause"))
                .allSatisfy(
                        licence -> assertThat(texts.resolve(licence + ".txt")).isNotEmptyFile());
    }

    private static List<Library> libraries() throws IOException {
        try (var list = ThirdPartyTest.class.getResourceAsStream("/daemoneye/third-party.txt")) {
            assertThat(list).isNotNull();
            String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            return LIBRARY.matcher(text)
                    .results()
                    .map(found -> new Library(found.group(1), found.group(2), found.group(3)))
                    .toList();
        }
    }

    private static Stream<String> jars(String entry) {
        File file = Path.of(entry).toFile();
        String[] inside = Files.isDirectory(file.toPath()) ? file.list() : new String[0];
        return Stream.concat(
                        Stream.of(file.getName()),
                        Stream.of(inside == null ? new String[0] : inside))
                .filter(name -> name.endsWith(".jar"));
    }
}
