package daemoneye.rpc.agent.process.launch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Map;

class ChildEnvironmentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "LD_PRELOAD",
                "LD_LIBRARY_PATH",
                "DYLD_INSERT_LIBRARIES",
                "JAVA_TOOL_OPTIONS",
                "JDK_JAVA_OPTIONS",
                "_JAVA_OPTIONS",
                "CLASSPATH",
                "BASH_ENV",
                "ENV",
                "PATH",
                "HOME",
                "GCONV_PATH",
                "DAEMONEYE_JAVA_OPTS",
                "DAEMONEYE_HOME",
                "DAEMONEYE_",
                "daemoneye_x",
                "LANG ",
                "",
                "TZ=x",
                "DAEMONEYE_X\nLD_PRELOAD"
            })
    void aRequestMayNotSet(String name) {
        assertThat(ChildEnvironment.fault(name, "x"))
                .get()
                .asString()
                .contains("only DAEMONEYE_*, LANG, LC_* and TZ may")
                .doesNotContain("\n");
        assertThat(ChildEnvironment.of(Map.of(), Map.of(name, "x"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DAEMONEYE_LEVEL", "LANG", "LC_ALL", "TZ"})
    void aRequestMaySet(String name) {
        assertThat(ChildEnvironment.fault(name, "C.UTF-8")).isEmpty();
        assertThat(ChildEnvironment.of(Map.of(name, "ours"), Map.of(name, "theirs")))
                .containsEntry(name, "theirs");
    }

    @Test
    void valuesAreBounded() {
        assertThat(ChildEnvironment.fault("TZ", "x".repeat(4097))).isPresent();
        assertThat(ChildEnvironment.fault("TZ", "a\u0000b")).isPresent();
        assertThat(ChildEnvironment.fault("TZ", "x".repeat(4096))).isEmpty();
    }

    @Test
    void ofOursAChildSeesOnlyWhatItNeeds() {
        var ours =
                Map.of(
                        "PATH", "/bin",
                        "HOME", "/home/x",
                        "LD_PRELOAD", "/tmp/evil.so",
                        "JAVA_TOOL_OPTIONS", "-javaagent:evil",
                        "SECRET_TOKEN", "s3cret",
                        "SystemRoot", "C:\\Windows");
        assertThat(ChildEnvironment.of(ours, Map.of()))
                .containsOnlyKeys("PATH", "HOME", "SystemRoot");
    }
}
