package daemoneye.app.config.apply;

import daemoneye.app.config.talk.Desk;
import daemoneye.app.config.talk.UpdateResult;
import daemoneye.app.guard.Guard;
import daemoneye.app.text.Messages;
import daemoneye.rpc.protocol.state.ProcessState;

/// What an answer says, in words.
final class RunWords {
    private RunWords() {}

    /// Whether its agent does not start it any more.
    static boolean isGivenUp(Desk desk, String collector) {
        return Guard.view(desk.fleet().snapshot(), collector)
                .filter(view -> view.state() == ProcessState.QUARANTINED)
                .isPresent();
    }

    /// "2 keys hold, 1 waits for a restart: event_queue_capacity, restarted".
    static String applied(UpdateResult answer) {
        var key = answer.running() ? "config.applied" : "config.applied.stored";
        var text = new StringBuilder(Messages.text(key, answer.applied().size()));
        if (!answer.waiting().isEmpty()) {
            text.append(
                    Messages.text(
                            "config.applied.waiting",
                            answer.waiting().size(),
                            String.join(", ", answer.waiting())));
        }
        if (answer.restarted()) {
            text.append(Messages.text("config.applied.restarted"));
        }
        return text.toString();
    }
}
