package daemoneye.rpc.protocol.operation;

/// How carefully a person must be asked before an operation runs; its number is the `ordinal`.
public enum DangerClass {
    /// 0: reads, runs at once.
    READ,
    /// 1: reversible, runs at once with an undo.
    REVERSIBLE,
    /// 2: disturbing, asks with effect and reason.
    DISTURBING,
    /// 3: class 2 on several, or on the last of its kind.
    WIDE,
    /// 4: dangerous, the id must be typed.
    DANGEROUS
}
