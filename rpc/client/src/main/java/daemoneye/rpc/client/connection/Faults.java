package daemoneye.rpc.client.connection;

import java.util.concurrent.CompletionException;

/// Faults of futures as sentences for people.
final class Faults {
    private Faults() {}

    /// The message of the innermost fault that has one to say.
    static String sentence(Throwable fault) {
        var cause = fault.getCause();
        if (fault instanceof CompletionException && cause != null) {
            return sentence(cause);
        }
        var message = fault.getMessage();
        return message == null || message.isBlank() ? fault.getClass().getSimpleName() : message;
    }
}
