package daemoneye.rpc.cli;

import daemoneye.rpc.cli.option.WordReader;
import daemoneye.rpc.cli.output.Colours;
import daemoneye.rpc.cli.output.Terminal;

import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.OptionSpec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What every command's help has in common.
final class HelpTexts {
    private static final int WIDTH = 100;

    private HelpTexts() {}

    /// Gives a command and all below it `--help`, the list of exit codes and the right colours.
    static void complete(CommandLine line, Terminal terminal) {
        line.setUsageHelpWidth(WIDTH);
        line.setColorScheme(Help.defaultColorScheme(terminal.outPaint().on() ? Ansi.ON : Ansi.OFF));
        describe(line);
    }

    private static void describe(CommandLine line) {
        var usage = line.getCommandSpec().usageMessage();
        if (!line.getCommandSpec().mixinStandardHelpOptions()) {
            line.getCommandSpec().mixinStandardHelpOptions(true);
        }
        line.getCommandSpec().addOption(colour());
        usage.exitCodeListHeading("%nExit codes:%n");
        usage.exitCodeList(exitCodes());
        line.getSubcommands().values().forEach(HelpTexts::describe);
    }

    // Looked for before the command line is read, because help and errors are coloured too; here it
    // is only known, described and checked.
    private static OptionSpec colour() {
        return OptionSpec.builder(Colours.OPTION)
                .paramLabel("WHEN")
                .type(Colours.class)
                .converters(new WordReader<>(List.of(Colours.values())))
                .description(
                        "auto: on a terminal, unless NO_COLOR is set; always; or never. Default:"
                                + " auto.")
                .build();
    }

    private static Map<String, String> exitCodes() {
        var codes = new LinkedHashMap<String, String>();
        codes.put("0", "done");
        codes.put("1", "failed, and it is known what happened");
        codes.put("2", "the command line was not understood; nothing was sent");
        codes.put("3", "not reachable: no broker, or nobody behind it who answers");
        codes.put("4", "outcome unknown: it may or may not have happened");
        codes.put("5", "not permitted; nothing happened");
        return codes;
    }
}
