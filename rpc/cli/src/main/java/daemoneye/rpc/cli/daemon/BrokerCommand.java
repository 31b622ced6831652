package daemoneye.rpc.cli.daemon;

import daemoneye.rpc.broker.Broker;
import daemoneye.rpc.broker.BrokerSettings;
import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.option.ConnectOptions;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.option.ProgramVersion;
import daemoneye.rpc.cli.run.CommandFailure;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.client.place.Places;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.transport.wire.Address;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.util.List;
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
                    + " tcp:127.0.0.1:7311"
        })
public final class BrokerCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private LogOptions log = new LogOptions();

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            converter = ConnectOptions.AddressReader.class,
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
        var wire = surroundings.plumbing().wires().get();
        var broker = Broker.on(wire, BrokerSettings.named(name, ProgramVersion.text()));
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
    /// and
    /// it is known why: 1.
    private static CommandFailure refused(CompletionException failure) {
        var cause = failure.getCause();
        var sentence = String.valueOf(cause == null ? failure.getMessage() : cause.getMessage());
        return new CommandFailure(
                RpcError.notExecuted(ErrorCode.REQUEST_REFUSED, sentence), ExitCode.FAILED);
    }
}
