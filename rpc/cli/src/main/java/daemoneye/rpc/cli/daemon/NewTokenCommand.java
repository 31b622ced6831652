package daemoneye.rpc.cli.daemon;

import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.option.Candidates;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.option.RoleReader;
import daemoneye.rpc.cli.run.CommandFailure;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.operation.Role;
import daemoneye.rpc.transport.auth.Nonces;
import daemoneye.rpc.transport.auth.Token;
import daemoneye.rpc.transport.auth.TokenFile;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Makes a token, and writes it where the broker and where its owner will read it.
@Command(
        name = "new",
        description = {
            "Makes a token: adds it to the broker's file, and writes it to a file of its owner, or"
                    + " prints it."
        },
        footer = {
            "",
            "Examples:",
            "  daemoneye token new anna viewer --tokens broker.tokens --out anna.token",
            "  daemoneye fleet list --connect tcp:127.0.0.1:7311 --token-file anna.token",
            "A broker reads its file once, at the start."
        })
public final class NewTokenCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private OutputOptions output = new OutputOptions();

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "Whose it is; a collector's token has the collector's id.")
    private String name = "";

    @Parameters(
            index = "1",
            paramLabel = "ROLE",
            completionCandidates = Candidates.Roles.class,
            converter = RoleReader.class,
            description = "viewer, operator, admin, collector or agent.")
    private Role role = Role.VIEWER;

    @Option(
            names = "--tokens",
            required = true,
            paramLabel = "FILE",
            description = "The broker's file; made if it is missing.")
    private Path tokens = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "A new file for the owner. Default: the token is printed.")
    private Optional<Path> out = Optional.empty();

    public NewTokenCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var token = made();
        try {
            if (out.isPresent()) {
                TokenFile.writeOwn(out.get(), token);
            }
            TokenFile.add(tokens, token);
        } catch (IOException e) {
            throw new CommandFailure(
                    RpcError.notExecuted(ErrorCode.INVALID_PAYLOAD, String.valueOf(e.getMessage())),
                    ExitCode.FAILED);
        }
        tell(token, surroundings.report(spec, output.json()));
        return ExitCode.DONE.number();
    }

    private Token made() {
        try {
            return Token.of(name, role, Nonces.secure().get());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private void tell(Token token, Report report) {
        if (report.json()) {
            var fields =
                    new Fields()
                            .with("name", token.name())
                            .with("role", token.role())
                            .with("tokens", tokens.toString())
                            .with("out", out.map(Path::toString).orElse(""));
            report.document(
                    (out.isPresent() ? fields : fields.with("token", token.line())).object());
        } else if (out.isPresent()) {
            report.line(
                    "%s has the role %s: give --token-file %s to what connects, and start the broker"
                                    .formatted(token.name(), token.role().wireName(), out.get())
                            + " again with --tokens %s.".formatted(tokens));
        } else {
            report.line(token.line());
            report.remark(
                    "Keep this line in a file that only its owner can read, and start the broker"
                            + " again with --tokens %s.".formatted(tokens));
        }
    }
}
