package daemoneye.app.config.apply;

import daemoneye.app.config.talk.UpdateResult;
import daemoneye.app.text.Messages;

/// What an answer says, in words.
final class RunWords {
    private RunWords() {}

    /// "2 keys hold, 1 waits for a restart: event_queue_capacity, restarted".
    static String applied(UpdateResult answer) {
        var text = new StringBuilder(Messages.text("config.applied", answer.applied().size()));
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
