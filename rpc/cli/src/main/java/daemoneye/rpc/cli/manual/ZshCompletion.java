package daemoneye.rpc.cli.manual;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Completion for zsh, native: one function a command, with what each option means.
final class ZshCompletion {
    private static final Set<String> FILES = Set.of("FILE", "FOLDER", "FOLDER|FILE", "DIR");
    private final StringBuilder text = new StringBuilder();

    private ZshCompletion() {}

    static String of(CommandLine root) {
        var name = root.getCommandName();
        var made = new ZshCompletion();
        made.text.append("#compdef ").append(name).append("\n\n");
        made.function(root.getCommandSpec());
        made.text
                .append("if [ \"${funcstack[1]}\" = \"_")
                .append(name)
                .append("\" ]; then\n  _")
                .append(name)
                .append(" \"$@\"\nelse\n  compdef _")
                .append(name)
                .append(' ')
                .append(name)
                .append("\nfi\n");
        return made.text.toString();
    }

    private static String name(CommandSpec spec) {
        return "_" + spec.qualifiedName("_").replace('-', '_');
    }

    private void function(CommandSpec spec) {
        var subcommands = spec.subcommands();
        text.append(name(spec)).append("() {\n");
        if (!subcommands.isEmpty()) {
            text.append("  local context state state_descr line ret=1\n  typeset -A opt_args\n");
        }
        text.append("  _arguments ").append(subcommands.isEmpty() ? "-s -S" : "-C");
        options(spec).forEach(each -> text.append(" \\\n    ").append(each));
        if (subcommands.isEmpty()) {
            spec.positionalParameters()
                    .forEach(each -> text.append(" \\\n    ").append(parameter(each)));
            text.append("\n}\n\n");
        } else {
            text.append(" \\\n    '1: :->command' \\\n    '*:: :->arguments' && ret=0\n");
            choice(spec);
            subcommands.values().forEach(each -> function(each.getCommandSpec()));
        }
    }

    private void choice(CommandSpec spec) {
        text.append("  case $state in\n    command)\n      local -a commands\n      commands=(\n");
        spec.subcommands()
                .forEach(
                        (name, command) ->
                                text.append("        '")
                                        .append(name)
                                        .append(':')
                                        .append(quoted(about(command.getCommandSpec())))
                                        .append("'\n"));
        text.append("      )\n      _describe -t commands 'command' commands && ret=0\n      ;;\n");
        text.append("    arguments)\n      case $line[1] in\n");
        spec.subcommands()
                .forEach(
                        (name, command) ->
                                text.append("        ")
                                        .append(name)
                                        .append(") ")
                                        .append(name(command.getCommandSpec()))
                                        .append(" && ret=0 ;;\n"));
        text.append("      esac\n      ;;\n  esac\n  return ret\n}\n\n");
    }

    private static String about(CommandSpec spec) {
        var description = spec.usageMessage().description();
        return description.length == 0 ? "" : ManPage.plain(description[0]);
    }

    private static List<String> options(CommandSpec spec) {
        return spec.options().stream()
                .filter(option -> !option.hidden())
                .flatMap(option -> Arrays.stream(option.names()).map(name -> option(option, name)))
                .toList();
    }

    private static String option(OptionSpec option, String name) {
        var others = option.isMultiValue() ? "*" : "(" + String.join(" ", option.names()) + ")";
        var description = quoted(ManPage.plain(String.join(" ", option.description())));
        boolean takes = ManPage.takesValue(option);
        // Long ones take their value behind = or a blank.
        var join = takes && name.startsWith("--") ? "=" : "";
        var value = takes ? ":" + quoted(option.paramLabel()) + ":" + values(option) : "";
        return "'" + others + name + join + "[" + description + "]" + value + "'";
    }

    private static String parameter(PositionalParamSpec parameter) {
        var where = parameter.arity().max() > 1 ? "*" : place(parameter);
        var label = quoted(parameter.paramLabel());
        return "'" + where + ":" + label + ":" + values(parameter) + "'";
    }

    private static String place(PositionalParamSpec parameter) {
        return String.valueOf(parameter.index().min() + 1);
    }

    private static String values(ArgSpec argument) {
        var known = candidates(argument);
        if (!known.isEmpty()) {
            return "(" + String.join(" ", known) + ")";
        }
        return isFile(argument) ? "_files" : " ";
    }

    static boolean isFile(ArgSpec argument) {
        var type =
                argument.auxiliaryTypes().length == 0
                        ? argument.type()
                        : argument.auxiliaryTypes()[0];
        return type == Path.class || type == File.class || FILES.contains(argument.paramLabel());
    }

    static List<String> candidates(ArgSpec argument) {
        var known = argument.completionCandidates();
        if (known == null) {
            return List.of();
        }
        var list = new ArrayList<String>();
        known.forEach(list::add);
        return list;
    }

    // Inside single quotes; [ ] and : mean something to _arguments.
    private static String quoted(String text) {
        return text.chars()
                .mapToObj(
                        each ->
                                switch (each) {
                                    case '\'' -> "'\\''";
                                    case '[', ']', ':', '\\' -> "\\" + (char) each;
                                    default -> String.valueOf((char) each);
                                })
                .collect(Collectors.joining());
    }
}
