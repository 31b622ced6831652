package daemoneye.rpc.cli;

import java.util.concurrent.Callable;

/// A subcommand of `daemoneye` that another module brings, e.g. `console`. Found by
/// [java.util.ServiceLoader]; annotated as a picocli command; the value it returns is the exit
/// code, as listed in [daemoneye.rpc.cli.option.ExitCode].
///
/// Its class is loaded for `daemoneye --help` too, with the JVM options of plain commands: neither
/// its fields nor the signatures of its methods may name a type that is not there then, such as
/// JavaFX.
public interface ExtraCommand extends Callable<Integer> {}
