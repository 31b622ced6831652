package daemoneye.rpc.cli.bench;

/// Makes calls until it is stopped.
interface Load {
    void start();

    /// Begins no more calls, and returns when all that are under way have ended.
    void stop();
}
