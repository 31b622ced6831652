package daemoneye.rpc.client.serve.check;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Bounds of environment variables. Names that steer loaders, virtual machines, interpreters or
/// shells are refused by everybody; what else may be set is for the agent to say.
final class Variables {
    private static final int MOST = 100;
    private static final int MOST_VALUE = 4096;
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

    // What others read before the first line of the program runs.
    private static final Pattern STEERING =
            Pattern.compile(
                    "(LD_|DYLD_|GLIBC_|MALLOC_|_?JAVA_|_JAVA|JDK_|JVM_|JAVA|PYTHON|PERL|RUBY|NODE_"
                            + "|BASH_|COR_|CORECLR_|DOTNET_).*"
                            + "|CLASSPATH|MODULEPATH|PATH|ENV|IFS|PS4|SHELLOPTS|BASHOPTS"
                            + "|PROMPT_COMMAND|GCONV_PATH|LOCPATH|NLSPATH|RES_OPTIONS|HOSTALIASES"
                            + "|DAEMONEYE_JAVA_OPTS|DAEMONEYE_HOME");

    private Variables() {}

    static Optional<Fault> fault(String path, Map<String, String> variables) {
        if (variables.size() > MOST) {
            return Optional.of(
                    new Fault(
                            path,
                            "has %d variables, at most %d are allowed"
                                    .formatted(variables.size(), MOST)));
        }
        return variables.entrySet().stream()
                .flatMap(each -> fault(path, each.getKey(), each.getValue()).stream())
                .findFirst();
    }

    private static Optional<Fault> fault(String path, String name, String value) {
        var here = Texts.below(path, name);
        if (!NAME.matcher(name).matches()) {
            return Optional.of(
                    new Fault(here, "is no name of a variable: use 1-128 of A-Z a-z 0-9 _"));
        }
        if (STEERING.matcher(name.toUpperCase(Locale.ROOT)).matches()) {
            return Optional.of(
                    new Fault(here, "may not be set: it steers how the process is loaded"));
        }
        return Texts.line(here, value, MOST_VALUE);
    }
}
