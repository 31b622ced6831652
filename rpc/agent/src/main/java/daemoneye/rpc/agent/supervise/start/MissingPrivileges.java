package daemoneye.rpc.agent.supervise.start;

import daemoneye.rpc.protocol.error.ErrorCategory;
import daemoneye.rpc.protocol.error.RpcError;
import daemoneye.rpc.protocol.state.LastExit;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Why a collector refused to start: privileges that its settings require and its process lacks. It
/// ends with [#EXIT_CODE] and says so in its last line:
///
/// ```
/// missing privileges: required CAP_SYS_PTRACE; current CAP_CHOWN,CAP_KILL
/// ```
///
/// @param required all that its settings require
/// @param current all that its process had
record MissingPrivileges(List<String> required, List<String> current) {
    static final int EXIT_CODE = 4;

    private static final Pattern LINE =
            Pattern.compile("missing privileges: required ([A-Z0-9_,]*); current ([A-Z0-9_,]*)");

    MissingPrivileges {
        required = List.copyOf(required);
        current = List.copyOf(current);
    }

    /// What the end of a process says; empty if it ended for another reason.
    static Optional<MissingPrivileges> of(LastExit exit) {
        if (exit.exitCode().orElse(-1) != EXIT_CODE) {
            return Optional.empty();
        }
        return exit.lastOutput().reversed().stream()
                .map(LINE::matcher)
                .filter(line -> line.matches())
                .findFirst()
                .map(line -> new MissingPrivileges(names(line.group(1)), names(line.group(2))));
    }

    /// One phrase for people.
    String sentence() {
        var missing = required.stream().filter(each -> !current.contains(each)).toList();
        return "insufficient privileges, it lacks %s: grant it to the agent, then start it again"
                .formatted(String.join(", ", missing));
    }

    /// The failure with these facts.
    RpcError in(RpcError failure) {
        return failure.in(ErrorCategory.PERMISSION)
                .with("required_privileges", ConfigValue.texts(required))
                .with("current_privileges", ConfigValue.texts(current));
    }

    private static List<String> names(String list) {
        return Arrays.stream(list.split(",", -1)).filter(each -> !each.isEmpty()).toList();
    }
}
