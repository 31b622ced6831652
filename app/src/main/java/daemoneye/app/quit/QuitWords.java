package daemoneye.app.quit;

import daemoneye.app.text.Messages;

import java.util.List;

/// How the question is put: leaving the program is not the same as leaving a connection.
///
/// @param keys what its texts begin with
record QuitWords(String keys, String title) {
    static final QuitWords QUIT = new QuitWords("quit", Messages.text("quit.title"));

    static QuitWords switchTo(String profile) {
        return new QuitWords("switch", Messages.text("switch.title", profile));
    }

    QuitQuestion ask(List<String> ends, List<String> inFlight) {
        return new QuitQuestion(
                title,
                ends.isEmpty()
                        ? Messages.text(keys + ".effect.calls", inFlight.size())
                        : Messages.text(keys + ".effect.hosted", ends.size()),
                ends,
                inFlight,
                ends.isEmpty()
                        ? Messages.text(keys + ".button.calls")
                        : Messages.text(keys + ".button.hosted", ends.size()));
    }
}
