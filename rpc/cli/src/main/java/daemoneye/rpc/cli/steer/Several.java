package daemoneye.rpc.cli.steer;

import daemoneye.rpc.cli.json.Fields;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.output.Style;
import daemoneye.rpc.cli.output.Units;
import daemoneye.rpc.cli.run.Conversation;
import daemoneye.rpc.cli.run.FailureReport;
import daemoneye.rpc.cli.run.Report;
import daemoneye.rpc.client.call.CallOutcome.Done;
import daemoneye.rpc.client.call.CallOutcome.Failed;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.operation.CollectorOperation;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Asks for one operation on several collectors, a wave at a time; the next one when all have
/// ended. A link that breaks leaves the rest unsent.
///
/// @param doneWord what each is afterwards, e.g. `paused`
record Several(CollectorOperation operation, String doneWord, int wave) {
    /// @param request makes the one for a collector, when its turn has come
    /// @return 4 if it is open what became of one; else what the failures have in common, or 1
    ExitCode run(
            Conversation talk,
            List<CollectorId> ids,
            Function<CollectorId, RpcRequest> request,
            Report report) {
        var endings = new ArrayList<Ending>();
        for (int from = 0; from < ids.size(); from += wave) {
            var next = ids.subList(from, Math.min(ids.size(), from + wave));
            boolean lost = endings.stream().anyMatch(Several::isLinkLost);
            var ended =
                    lost
                            ? next.stream().<Ending>map(Ending.NotSent::new).toList()
                            : wave(talk, next, request, report, endings.size(), ids.size());
            endings.addAll(ended);
            if (!report.json()) {
                ended.forEach(each -> report.lines(lines(each, report)));
            }
        }
        tell(endings, report);
        return exit(endings);
    }

    private List<Ending> wave(
            Conversation talk,
            List<CollectorId> ids,
            Function<CollectorId, RpcRequest> request,
            Report report,
            int before,
            int all) {
        try (var progress = report.progress()) {
            progress.show(
                    "%s: %d of %d ended, %d under way ..."
                            .formatted(operation.designName(), before, all, ids.size()));
            var running = ids.stream().map(id -> ending(talk, id, request.apply(id))).toList();
            return running.stream().map(CompletableFuture::join).toList();
        }
    }

    private static CompletableFuture<Ending> ending(
            Conversation talk, CollectorId id, RpcRequest request) {
        return talk.link()
                .caller()
                .call(request, _ -> {})
                .thenApply(
                        outcome ->
                                switch (outcome) {
                                    case Done done -> new Ending.Well(id, done);
                                    case Failed(_, var error, _) ->
                                            new Ending.Badly(
                                                    id, Conversation.traceable(error, request, id));
                                });
    }

    private static boolean isLinkLost(Ending ending) {
        return ending instanceof Ending.Badly badly && badly.isLinkLost();
    }

    private List<String> lines(Ending ending, Report report) {
        return switch (ending) {
            case Ending.Well(var id, var done) ->
                    List.of("%s: %s in %s".formatted(id, doneWord, Units.duration(done.took())));
            case Ending.Badly badly -> failed(badly, report);
            case Ending.NotSent(var id) ->
                    List.of("%s: not sent: the link to the broker broke".formatted(id));
        };
    }

    private List<String> failed(Ending.Badly badly, Report report) {
        var word = report.paint().of(Style.BAD, badWord(badly.exit()));
        var line = "%s: %s: %s".formatted(badly.id(), word, badly.error().message());
        var nextStep = FailureReport.nextStep(badly.error());
        return nextStep.isEmpty() ? List.of(line) : List.of(line, "  " + nextStep);
    }

    private String badWord(ExitCode exit) {
        return exit == ExitCode.UNKNOWN_OUTCOME ? "nobody knows" : "not " + doneWord;
    }

    private void tell(List<Ending> endings, Report report) {
        long done = endings.stream().filter(Ending.Well.class::isInstance).count();
        if (report.json()) {
            report.document(
                    new Fields()
                            .with("operation", operation)
                            .with("asked", endings.size())
                            .with("done", done)
                            .with(
                                    "results",
                                    new ConfigValue.Items(
                                            endings.stream().map(this::json).toList()))
                            .object());
        } else {
            report.remark("%d of %d %s".formatted(done, endings.size(), doneWord));
        }
    }

    private ConfigValue json(Ending ending) {
        return switch (ending) {
            case Ending.Well(var id, var done) ->
                    new Steering(operation, id, doneWord).fields(done).object();
            case Ending.Badly(var id, var error) ->
                    new Fields()
                            .with("collector_id", id)
                            .all(FailureReport.json(error, FailureReport.nextStep(error)))
                            .object();
            case Ending.NotSent(var id) ->
                    new Fields().with("collector_id", id).with("status", "not_sent").object();
        };
    }

    private static ExitCode exit(List<Ending> endings) {
        var bad =
                endings.stream()
                        .map(Ending::exit)
                        .filter(each -> each != ExitCode.DONE)
                        .distinct()
                        .toList();
        if (bad.isEmpty()) {
            return ExitCode.DONE;
        }
        if (bad.contains(ExitCode.UNKNOWN_OUTCOME)) {
            return ExitCode.UNKNOWN_OUTCOME;
        }
        return bad.size() == 1 ? bad.getFirst() : ExitCode.FAILED;
    }
}
