package daemoneye.app.launch.display;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Set;

class DisplayCheckTest {
    private static final Set<String> ALL = Set.of("libgtk-3.so.0", "libX11.so.6");

    @Test
    void withEverythingThereNothingIsWrong() {
        assertThat(new DisplayCheck(ALL::contains, () -> true).fault(":0")).isEmpty();
    }

    @Test
    void withoutGtkItSaysWhatToInstall() {
        var check = new DisplayCheck(Set.of("libX11.so.6")::contains, () -> true);
        assertThat(check.fault(":0").orElseThrow()).contains("libgtk-3-0", "gtk3");
    }

    @Test
    void aDisplayThatLetsNobodyInIsNamed() {
        var check = new DisplayCheck(ALL::contains, () -> false);
        assertThat(check.fault(":77").orElseThrow()).contains(":77", "DISPLAY");
    }

    @Test
    void whereThereIsNoXlibJavaFxIsLeftToTell() {
        var check = new DisplayCheck(Set.of("libgtk-3.so.0")::contains, () -> false);
        assertThat(check.fault("")).isEmpty();
    }
}
