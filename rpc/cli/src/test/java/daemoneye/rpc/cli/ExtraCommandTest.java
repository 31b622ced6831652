package daemoneye.rpc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.cli.fake.CommandBed;
import daemoneye.rpc.cli.option.ExitCode;

import org.junit.jupiter.api.Test;

class ExtraCommandTest {
    private final CommandBed bed = new CommandBed(DaemonEye::commandLine);

    @Test
    void aCommandOfAnotherModuleRunsWithTheSharedOptionsAndItsOwnExitCode() {
        int code = bed.run("sample", "--connect", "tcp:127.0.0.1:7311", "--json");

        assertThat(bed.out().strip()).isEqualTo("tcp:127.0.0.1:7311 json=true");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void withoutAnAddressTheUsersOwnSocketIsMeant() {
        bed.run("sample");

        assertThat(bed.out()).startsWith("unix:").contains("broker.sock json=false");
    }

    @Test
    void aWrongAddressIsRefusedWithTheRightForm() {
        int code = bed.run("sample", "--connect", "localhost");

        assertThat(code).isEqualTo(ExitCode.USAGE.number());
        assertThat(bed.err())
                .contains("\"localhost\" is not an address", "tcp:HOST:PORT")
                .doesNotContain("Exception");
    }

    @Test
    void helpListsIt() {
        bed.run("--help");

        assertThat(bed.out()).contains("sample").contains("Is there for a test.");
    }
}
