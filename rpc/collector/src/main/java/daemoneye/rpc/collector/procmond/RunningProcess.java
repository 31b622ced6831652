package daemoneye.rpc.collector.procmond;

import daemoneye.rpc.collector.gather.Fields;

/// A process that is or was there, with what was read when it came.
///
/// @param cpu percent of one core since the scan before; 0 at the first
record RunningProcess(ProcessSample sample, ProcessDetail detail, double cpu) {
    /// What events tell of it.
    Fields fields() {
        var fields =
                new Fields()
                        .with("pid", sample.pid())
                        .with("name", sample.name())
                        .with("parent_pid", sample.parent());
        detail.commandLine().ifPresent(text -> fields.with("command_line", text));
        detail.user().ifPresent(text -> fields.with("user", text));
        return fields;
    }

    boolean sameAs(ProcessSample other) {
        return sample.pid() == other.pid() && sample.started() == other.started();
    }
}
