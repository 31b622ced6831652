package daemoneye.rpc.cli.config;

import daemoneye.rpc.cli.option.CollectorIdReader;
import daemoneye.rpc.cli.option.ConnectOptions;
import daemoneye.rpc.cli.option.OutputOptions;
import daemoneye.rpc.cli.option.TimeoutOption;
import daemoneye.rpc.protocol.id.CollectorId;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What every `config` command takes: the collector, and how to ask and to answer.
public final class ConfigOptions {
    @Mixin private ConnectOptions connect = new ConnectOptions();
    @Mixin private OutputOptions output = new OutputOptions();
    @Mixin private TimeoutOption timeout = new TimeoutOption();

    @Parameters(
            index = "0",
            paramLabel = "ID",
            converter = CollectorIdReader.class,
            description = "The collector, e.g. procmond.")
    private CollectorId id = new CollectorId("none");

    ConnectOptions connect() {
        return connect;
    }

    boolean json() {
        return output.json();
    }

    TimeoutOption timeout() {
        return timeout;
    }

    CollectorId id() {
        return id;
    }
}
