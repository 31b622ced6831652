package daemoneye.rpc.cli.manual;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// Completion for fish: a rule a command, an option, and a value that is known before.
final class FishCompletion {
    private final String program;
    private final StringBuilder text = new StringBuilder();

    private FishCompletion(String program) {
        this.program = program;
    }

    static String of(CommandLine root) {
        var made = new FishCompletion(root.getCommandName());
        made.text.append("complete -c ").append(made.program).append(" -f\n");
        made.command(root.getCommandSpec(), List.of());
        return made.text.toString();
    }

    private void command(CommandSpec spec, List<String> path) {
        var here = condition(path, spec.subcommands().keySet());
        spec.subcommands()
                .forEach(
                        (name, command) ->
                                rule(here, "-a " + name, about(command.getCommandSpec())));
        for (var option : spec.options()) {
            if (!option.hidden()) {
                option(option, here);
            }
        }
        for (var parameter : spec.positionalParameters()) {
            var known = ZshCompletion.candidates(parameter);
            if (!known.isEmpty()) {
                rule(here, "-a '" + String.join(" ", known) + "'", "");
            } else if (ZshCompletion.isFile(parameter)) {
                rule(here, "-F", "");
            }
        }
        spec.subcommands()
                .forEach(
                        (name, command) -> {
                            var below = new ArrayList<>(path);
                            below.add(name);
                            command(command.getCommandSpec(), below);
                        });
    }

    private static String condition(List<String> path, Collection<String> below) {
        var seen =
                path.stream()
                        .map(each -> "__fish_seen_subcommand_from " + each)
                        .collect(Collectors.toCollection(ArrayList::new));
        if (!below.isEmpty()) {
            seen.add("not __fish_seen_subcommand_from " + String.join(" ", below));
        }
        return String.join("; and ", seen);
    }

    private void option(OptionSpec option, String here) {
        var words = new StringBuilder();
        for (var name : option.names()) {
            words.append(name.startsWith("--") ? "-l " : "-s ")
                    .append(name.replaceFirst("^-+", ""))
                    .append(' ');
        }
        if (ManPage.takesValue(option)) {
            var known = ZshCompletion.candidates(option);
            words.append(
                    known.isEmpty()
                            ? ZshCompletion.isFile(option) ? "-r -F" : "-x"
                            : "-x -a '" + String.join(" ", known) + "'");
        }
        rule(here, words.toString().strip(), ManPage.plain(String.join(" ", option.description())));
    }

    private void rule(String condition, String what, String about) {
        text.append("complete -c ").append(program);
        if (!condition.isEmpty()) {
            text.append(" -n '").append(condition).append('\'');
        }
        text.append(' ').append(what);
        if (!about.isEmpty()) {
            text.append(" -d '")
                    .append(about.replace("\\", "\\\\").replace("'", "\\'"))
                    .append('\'');
        }
        text.append('\n');
    }

    private static String about(CommandSpec spec) {
        var description = spec.usageMessage().description();
        return description.length == 0 ? "" : ManPage.plain(description[0]);
    }
}
