package daemoneye.rpc.cli.fleet;

import daemoneye.rpc.client.call.CallOutcome;
import daemoneye.rpc.client.call.CallOutcome.Done;
import daemoneye.rpc.client.call.CallOutcome.Failed;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.payload.HealthCheckData;

import java.time.Duration;
import java.time.Instant;

/// What a health check of one collector brought.
sealed interface Probing {
    /// @param answeredAt by the collector's clock
    record Answered(HealthCheckData data, Instant answeredAt) implements Probing {
        /// Since its last beat, by its own clock.
        Duration beatAge() {
            var age = Duration.between(data.lastHeartbeat(), answeredAt);
            return age.isNegative() ? Duration.ZERO : age;
        }
    }

    /// Its agent says that there is no process.
    record Gone(String why) implements Probing {}

    /// No answer.
    record Silent(String why) implements Probing {}

    static Probing of(CallOutcome outcome) {
        return switch (outcome) {
            case Done(var response, _)
                    when response.payload().orElse(null) instanceof HealthCheckData data ->
                    new Answered(data, response.timestamp());
            case Done _ -> new Silent("it answered without health data");
            case Failed(_, var error, _)
                    when error.code().equals(ErrorCode.COLLECTOR_NOT_RUNNING.name()) ->
                    new Gone(error.message());
            case Failed(_, var error, _) -> new Silent(error.message());
        };
    }
}
