package daemoneye.rpc.cli.option;

/// How a command ended, as the shell sees it.
public enum ExitCode {
    /// What was asked for is done.
    DONE(0),
    /// It failed, and it is known what happened.
    FAILED(1),
    /// The command line was not understood; nothing was sent.
    USAGE(2),
    /// No broker, or nobody behind it who answers.
    NOT_REACHABLE(3),
    /// It may or may not have happened.
    UNKNOWN_OUTCOME(4),
    /// Not permitted; nothing happened.
    NOT_PERMITTED(5);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /// What the shell sees.
    public int number() {
        return number;
    }
}
