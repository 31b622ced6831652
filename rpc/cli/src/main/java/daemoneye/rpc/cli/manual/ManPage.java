package daemoneye.rpc.cli.manual;

import daemoneye.rpc.cli.option.ProgramVersion;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The manual page of one command, in section 1, from what its help says.
final class ManPage {
    private static final String EXAMPLE = "Example";
    private static final Map<String, String> VARIABLES = new LinkedHashMap<>();

    static {
        VARIABLES.put(
                "DAEMONEYE_CONNECT",
                "The broker, unless --connect says so; without both, the socket of this user.");
        VARIABLES.put(
                "DAEMONEYE_TOKEN_FILE",
                "The file with the token to prove, unless --token-file says so.");
        VARIABLES.put(
                "DAEMONEYE_HOME",
                "One folder for sockets, settings and state, instead of the XDG folders.");
        VARIABLES.put("DAEMONEYE_DEBUG", "If it is 1, a failure is shown with its stack trace.");
        VARIABLES.put(
                "DAEMONEYE_LOG",
                "Level of the log on standard error: error, warn (usual), info, debug or trace.");
        VARIABLES.put(
                "NO_COLOR", "If it is set and not empty, no colours, unless --color says so.");
    }

    private final CommandSpec spec;
    private final Roff page = new Roff();

    private ManPage(CommandSpec spec) {
        this.spec = spec;
    }

    /// `daemoneye-config-apply` for `daemoneye config apply`.
    static String name(CommandSpec spec) {
        return spec.qualifiedName("-");
    }

    static String of(CommandLine command) {
        var page = new ManPage(command.getCommandSpec());
        page.write();
        return page.page.toString();
    }

    private void write() {
        page.request("TH", name(spec).toUpperCase(Locale.ROOT), "1", "", version(), "");
        // Names that are typed must not be broken.
        page.request("nh").request("ad l");
        page.section("NAME").raw(Roff.escaped(name(spec)) + " \\- " + Roff.escaped(summary()));
        synopsis();
        page.section("DESCRIPTION");
        Arrays.stream(spec.usageMessage().description()).forEach(line -> page.text(plain(line)));
        commands();
        parameters();
        options();
        footer();
        exitStatus();
        environment();
        seeAlso();
    }

    private static String version() {
        return "daemoneye " + ProgramVersion.text();
    }

    private String summary() {
        var first = spec.usageMessage().description();
        var text = first.length == 0 ? "" : plain(first[0]);
        int end = text.indexOf(". ");
        var sentence = end < 0 ? text : text.substring(0, end);
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private void synopsis() {
        page.section("SYNOPSIS").raw("\\fB" + Roff.escaped(spec.qualifiedName()) + "\\fR");
        for (var option : options(spec)) {
            var required = option.required();
            page.raw(
                    (required ? "" : "[")
                            + "\\fB"
                            + Roff.escaped(option.longestName())
                            + "\\fR"
                            + value(option)
                            + (required ? "" : "]")
                            + (isRepeatable(option) ? "..." : ""));
        }
        for (var parameter : spec.positionalParameters()) {
            page.raw(parameter(parameter));
        }
        if (!spec.subcommands().isEmpty()) {
            page.raw("\\fICOMMAND\\fR");
        }
    }

    private static List<OptionSpec> options(CommandSpec spec) {
        return spec.options().stream()
                .filter(option -> !option.hidden())
                .sorted(Comparator.comparing(OptionSpec::longestName))
                .toList();
    }

    private static String value(OptionSpec option) {
        return takesValue(option) ? " \\fI" + Roff.escaped(option.paramLabel()) + "\\fR" : "";
    }

    static boolean takesValue(ArgSpec argument) {
        return argument.arity().max() > 0;
    }

    static boolean isRepeatable(OptionSpec option) {
        return option.isMultiValue();
    }

    private static String parameter(PositionalParamSpec parameter) {
        var label = "\\fI" + Roff.escaped(parameter.paramLabel()) + "\\fR";
        var many = parameter.arity().max() > 1 ? "..." : "";
        return parameter.arity().min() == 0 ? "[" + label + many + "]" : label + many;
    }

    private void commands() {
        if (spec.subcommands().isEmpty()) {
            return;
        }
        page.section("COMMANDS");
        spec.subcommands()
                .forEach(
                        (name, command) ->
                                page.term(name, "", description(command.getCommandSpec())));
    }

    private static String description(CommandSpec command) {
        return plain(String.join(" ", command.usageMessage().description()));
    }

    private void parameters() {
        if (!spec.positionalParameters().isEmpty()) {
            page.section("PARAMETERS");
            for (var parameter : spec.positionalParameters()) {
                page.term("", parameter.paramLabel(), description(parameter));
            }
        }
    }

    private void options() {
        page.section("OPTIONS");
        for (var option : options(spec)) {
            var names =
                    Arrays.stream(option.names())
                            .sorted(Comparator.comparingInt(String::length))
                            .collect(Collectors.joining(", "));
            page.term(
                    names,
                    takesValue(option) ? "\u00a0" + option.paramLabel() : "",
                    description(option));
        }
    }

    private static String description(ArgSpec argument) {
        return plain(String.join(" ", argument.description()));
    }

    private void footer() {
        var examples = new StringBuilder();
        var notes = new StringBuilder();
        for (var line : spec.usageMessage().footer()) {
            var text = plain(line);
            if (text.startsWith(EXAMPLE)) {
                examples.append(text.substring(text.indexOf(':') + 1).strip()).append('\n');
            } else if (line.startsWith("  ")) {
                examples.append(text).append('\n');
            } else if (!text.startsWith("Variables:") && !text.startsWith("DAEMONEYE_")) {
                notes.append(text).append(' ');
            }
        }
        if (!examples.toString().isBlank()) {
            examples(examples.toString());
        }
        if (!notes.toString().isBlank()) {
            page.section("NOTES").text(notes.toString());
        }
    }

    private void examples(String lines) {
        page.section("EXAMPLES").request("nf");
        lines.lines().filter(line -> !line.isBlank()).forEach(page::line);
        page.request("fi");
    }

    private void exitStatus() {
        page.section("EXIT STATUS");
        spec.usageMessage().exitCodeList().forEach((code, text) -> page.term(code, "", text));
    }

    private void environment() {
        page.section("ENVIRONMENT");
        VARIABLES.forEach((name, text) -> page.term(name, "", text));
    }

    private void seeAlso() {
        var names =
                spec.subcommands().values().stream()
                        .map(command -> name(command.getCommandSpec()))
                        .collect(Collectors.toCollection(ArrayList::new));
        if (spec.parent() != null) {
            names.addFirst(name(spec.parent()));
        }
        if (!names.isEmpty()) {
            page.section("SEE ALSO");
            page.raw(
                    names.stream()
                            .map(name -> "\\fB" + Roff.escaped(name) + "\\fR(1)")
                            .collect(Collectors.joining(", ")));
        }
    }

    /// Without marks for colours; `%n` is a blank.
    static String plain(String text) {
        return Ansi.OFF.string(text.replace("%n", " ").replace("%%", "%")).strip();
    }
}
