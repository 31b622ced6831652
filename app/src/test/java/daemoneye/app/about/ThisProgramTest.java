package daemoneye.app.about;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThisProgramTest {
    @Test
    void everyLibraryHasALicenceAndTheFontsAreNotForgotten() {
        assertThat(ThisProgram.libraries())
                .hasSizeGreaterThan(25)
                .allSatisfy(each -> assertThat(each.licence()).isNotBlank())
                .anySatisfy(each -> assertThat(each.line()).contains("slf4j-api", "(MIT)"))
                .anySatisfy(each -> assertThat(each.line()).startsWith("Inter").contains("OFL"));
    }

    @Test
    void theTextForOthersHasEverythingThatIsShown() {
        var about = ThisProgram.about();

        assertThat(about.text())
                .contains(about.version(), about.java(), about.system(), about.build())
                .contains("org.slf4j:slf4j-api 2");
    }
}
