package daemoneye.rpc.cli.daemon;

import daemoneye.rpc.broker.Broker;
import daemoneye.rpc.broker.BrokerSettings;
import daemoneye.rpc.broker.access.TokenBook;
import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.option.AddressReader;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.option.ProgramVersion;
import daemoneye.rpc.cli.run.CommandFailure;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.client.place.Places;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.transport.auth.Token;
import daemoneye.rpc.transport.auth.TokenFile;
import daemoneye.rpc.transport.wire.Address;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/// A broker of its own, until it is told to end.
@Command(
        name = "broker",
        description = "Runs a broker until it is told to end (Ctrl-C, SIGTERM).",
        footer = {
            "",
            "Examples:",
            "  daemoneye broker",
            "  daemoneye broker --listen unix:/run/daemoneye/broker.sock --listen"
                    + " tcp:127.0.0.1:7311",
            "  daemoneye broker --listen tcp:127.0.0.1:7311 --tokens tokens"
        })
public final class BrokerCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private LogOptions log = new LogOptions();

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            converter = AddressReader.class,
            description = {
                "Where: unix:PATH or tcp:HOST:PORT (port 0: any). May be given several times."
                        + " Else this user's own socket."
            })
    private List<Address> addresses = List.of();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What it calls itself to its clients. Default: broker.")
    private String name = "broker";

    @Option(
            names = "--tokens",
            paramLabel = "FILE",
            description = {
                "Tokens that it knows, as daemoneye token new makes them. At a TCP port everybody"
                        + " then needs one; read once, at the start."
            })
    private Optional<Path> tokens = Optional.empty();

    public BrokerCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        log.fault()
                .ifPresent(
                        why -> {
                            throw new ParameterException(spec.commandLine(), why);
                        });
        log.apply();
        var report = surroundings.report(spec, output.json());
        var settings = settings();
        var wire = surroundings.plumbing().wires().get();
        var broker = Broker.on(wire, settings);
        try {
            tell(broker.start(wanted()).join(), report);
        } catch (CompletionException e) {
            wire.close();
            throw refused(e);
        }
        UntilTold.run(
                () -> {
                    broker.close();
                    wire.close();
                });
        return ExitCode.DONE.number();
    }

    private BrokerSettings settings() {
        var plain = BrokerSettings.named(name, ProgramVersion.text());
        return tokens.map(file -> plain.withTokens(TokenBook.of(read(file)))).orElse(plain);
    }

    private List<Token> read(Path file) {
        try {
            return TokenFile.read(file);
        } catch (IOException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private Address[] wanted() {
        return addresses.isEmpty()
                ? new Address[] {Places.ofThisUser().defaultAddress()}
                : addresses.toArray(Address[]::new);
    }

    private static void tell(List<Address> places, Report report) {
        var texts = places.stream().map(Address::toString).toList();
        if (report.json()) {
            report.document(
                    new Fields()
                            .with("listening", texts)
                            .with("pid", ProcessHandle.current().pid())
                            .object());
        } else {
            report.line(
                    "Broker listens at %s."
                            .formatted(texts.stream().collect(Collectors.joining(" and "))));
        }
    }

    /// Port in use, stale socket, no right: the wire has the sentence. It could not do its work,
    /// and it is known why: 1.
    private static CommandFailure refused(CompletionException failure) {
        var cause = failure.getCause();
        var sentence = String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
        return new CommandFailure(
                RpcError.notExecuted(ErrorCode.REQUEST_REFUSED, sentence), ExitCode.FAILED);
    }
}
