package daemoneye.rpc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.client.place.Places;

import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;

class ExtraCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void aCommandOfAnotherModuleRunsWithTheSharedOptionsAndItsOwnExitCode() {
        int code = run("sample", "--connect", "tcp:127.0.0.1:7311", "--json");

        assertThat(out.toString().strip()).isEqualTo("tcp:127.0.0.1:7311 json=true");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void withoutAnAddressTheUsersOwnSocketIsMeant() {
        run("sample");

        assertThat(out.toString().strip())
                .isEqualTo(Places.ofThisUser().defaultAddress() + " json=false");
    }

    @Test
    void aWrongAddressIsRefusedWithTheRightForm() {
        int code = run("sample", "--connect", "localhost");

        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(err.toString())
                .contains("\"localhost\" is not an address", "tcp:HOST:PORT")
                .doesNotContain("Exception");
    }

    @Test
    void helpListsIt() {
        run("--help");

        assertThat(out.toString()).contains("sample").contains("Is there for a test.");
    }

    private int run(String... arguments) {
        return DaemonEye.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
