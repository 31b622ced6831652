package daemoneye.rpc.cli.bench.load;

/// Makes calls until it is stopped.
public interface Load {
    void start();

    /// Begins no more calls, and returns when all that are under way have ended.
    void stop();
}
