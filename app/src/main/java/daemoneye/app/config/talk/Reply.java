package daemoneye.app.config.talk;

import daemoneye.app.text.SafeText;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.ExecutionCertainty;
import daemoneye.rpc.protocol.error.RpcError;

import java.util.Map;

/// How a question about a configuration was answered.
public sealed interface Reply<T> {
    /// With what was asked for.
    record Got<T>(T value) implements Reply<T> {}

    /// Not at all.
    record Trouble<T>(RpcError error) implements Reply<T> {
        private static final int MOST_CHARS = 400;

        /// What happened and what to do next, for people.
        public String sentence() {
            var said = SafeText.of(error.message(), MOST_CHARS);
            return error.known()
                    .map(ErrorCode::nextStep)
                    .map(next -> said + " " + next)
                    .orElse(said);
        }

        /// Reasons by key, if it was refused for its values.
        public Map<String, String> refused() {
            return new Fields(error.context()).texts("refused_changes");
        }

        /// Whether somebody else changed the configuration first.
        public boolean isConflict() {
            return error.code().equals(ErrorCode.CONFIG_CONFLICT.name());
        }

        /// Whether it may have had an effect all the same.
        public boolean isUncertain() {
            return error.certainty() == ExecutionCertainty.UNKNOWN;
        }

        /// Whether the agent took it back by itself.
        public boolean returned() {
            return new Fields(error.context()).flag("rolled_back");
        }
    }
}
