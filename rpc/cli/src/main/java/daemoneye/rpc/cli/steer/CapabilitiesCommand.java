package daemoneye.rpc.cli.steer;

import daemoneye.rpc.cli.json.RecordJson;
import daemoneye.rpc.cli.option.CollectorIdReader;
import daemoneye.rpc.cli.option.ConnectOptions;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.option.TimeoutOption;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.Surroundings;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.payload.CapabilitiesData;
import daemoneye.rpc.protocol.payload.EmptyPayload;
import daemoneye.rpc.protocol.topic.CollectorTopics;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// Asks a collector what it can do.
@Command(
        name = "capabilities",
        description = "Asks a collector what it can do and what it needs.",
        footer = {"", "Example: daemoneye capabilities procmond --json"})
public final class CapabilitiesCommand implements Callable<Integer> {
    private static final long MIB = 1024L * 1024;

    private final Surroundings surroundings;
    @Spec private CommandSpec spec = CommandSpec.create();
    @Mixin private ConnectOptions connect = new ConnectOptions();
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private TimeoutOption timeout = new TimeoutOption();

    @Parameters(
            index = "0",
            paramLabel = "ID",
            converter = CollectorIdReader.class,
            description = "The collector, e.g. procmond.")
    private CollectorId id = new CollectorId("none");

    public CapabilitiesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        var report = surroundings.report(spec, output.json());
        var operation = CollectorOperation.GET_CAPABILITIES;
        var patience = timeout.of(operation);
        try (var talk = Conversation.with(connect, surroundings)) {
            var request =
                    talk.request(
                            operation, CollectorTopics.lifecycle(id), new EmptyPayload(), patience);
            var done = talk.ask(request, id, report);
            var data = Answers.payload(done, CapabilitiesData.class);
            if (report.json()) {
                report.document(RecordJson.fields(data));
            } else {
                report.lines(lines(data));
            }
        }
        return ExitCode.DONE.number();
    }

    private static List<String> lines(CapabilitiesData data) {
        var needs = data.resourceRequirements();
        return List.of(
                data.collectorId().text(),
                "  events      " + words(data.eventTypes()),
                "  operations  " + words(data.operations()),
                "  platforms   " + words(data.platformSupport()),
                "  features    " + features(data.features(), true),
                "  without     " + features(data.features(), false),
                "  memory      %d MiB at least".formatted(needs.minMemoryBytes() / MIB),
                "  processor   %s %% of one core at least".formatted(needs.minCpuPercent()),
                "  privileges  " + words(needs.requiredPrivileges()),
                "  system      " + words(needs.requiredCapabilities()));
    }

    private static String features(Map<String, Boolean> features, boolean having) {
        return words(
                features.entrySet().stream()
                        .filter(each -> each.getValue() == having)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static String words(List<?> values) {
        return values.isEmpty()
                ? "none"
                : values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
