package daemoneye.app.quit;

import java.util.List;

/// What a person is asked who closes the window or leaves its connection.
///
/// @param title "Quit?"
/// @param effect what quitting does
/// @param ends the collectors that end with this window
/// @param inFlight what is under way, verb and object each
/// @param button what quitting does, in a few words
public record QuitQuestion(
        String title, String effect, List<String> ends, List<String> inFlight, String button) {
    public QuitQuestion {
        ends = List.copyOf(ends);
        inFlight = List.copyOf(inFlight);
    }
}
