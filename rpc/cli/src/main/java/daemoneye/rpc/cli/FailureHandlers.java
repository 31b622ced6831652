package daemoneye.rpc.cli;

import daemoneye.rpc.cli.json.JsonText;
import daemoneye.rpc.cli.option.ExitCode;
import daemoneye.rpc.cli.output.Terminal;
import daemoneye.rpc.cli.run.CommandFailure;
import daemoneye.rpc.cli.run.FailureReport;
import daemoneye.rpc.protocol.error.ErrorCategory;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The one place where a command's failure is caught: a sentence for people, a document for
/// scripts, the exit code for both, and a stack trace only for those who ask for it with
/// `DAEMONEYE_DEBUG=1`.
final class FailureHandlers {
    private final Terminal terminal;
    private final boolean debug;

    FailureHandlers(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        debug = environment.getOrDefault("DAEMONEYE_DEBUG", "").equals("1");
    }

    void addTo(CommandLine line) {
        line.setParameterExceptionHandler(this::notUnderstood);
        line.setExecutionExceptionHandler(
                (fault, command, parsed) ->
                        failed(fault, command, parsed.originalArgs().contains("--json")));
    }

    private int notUnderstood(ParameterException fault, String[] arguments) {
        var command = fault.getCommandLine();
        var error =
                new RpcError(
                        "USAGE",
                        sentence(fault),
                        Map.of(),
                        ErrorCategory.CONFIGURATION,
                        ExecutionCertainty.NOT_EXECUTED);
        var nextStep = nextStep(fault, command.getCommandSpec().qualifiedName());
        boolean json = Arrays.asList(arguments).contains("--json");
        print(error, nextStep, fault, command, json);
        return ExitCode.USAGE.number();
    }

    private int failed(Exception fault, CommandLine command, boolean json) {
        if (fault instanceof CommandFailure known) {
            print(known.error(), FailureReport.nextStep(known.error()), fault, command, json);
            return known.exit().number();
        }
        var error =
                RpcError.unknown(
                        ErrorCode.INTERNAL_ERROR,
                        "something went wrong in this program (%s)"
                                .formatted(fault.getClass().getSimpleName()));
        var nextStep = "A bug: run it again with DAEMONEYE_DEBUG=1 and report what it prints.";
        print(error, nextStep, fault, command, json);
        return ExitCode.FAILED.number();
    }

    private void print(
            RpcError error, String nextStep, Exception fault, CommandLine command, boolean json) {
        if (json) {
            command.getOut().println(JsonText.compact(FailureReport.json(error, nextStep)));
        } else {
            FailureReport.lines(error, nextStep, terminal.errPaint())
                    .forEach(command.getErr()::println);
        }
        if (debug) {
            fault.printStackTrace(command.getErr());
        }
    }

    private static String sentence(ParameterException fault) {
        if (fault instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && !unmatched.getCommandLine().getSubcommands().isEmpty()) {
            return "there is no command \"%s\"".formatted(unmatched.getUnmatched().getFirst());
        }
        return String.valueOf(fault.getMessage());
    }

    private static String nextStep(ParameterException fault, String command) {
        var similar =
                fault instanceof UnmatchedArgumentException unmatched
                        ? unmatched.getSuggestions()
                        : List.<String>of();
        var help = "See " + command + " --help.";
        return similar.isEmpty()
                ? help
                : "Did you mean %s? %s".formatted(String.join(" or ", similar), help);
    }
}
