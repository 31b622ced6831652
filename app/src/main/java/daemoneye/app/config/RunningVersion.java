package daemoneye.app.config;

import daemoneye.app.config.talk.Snapshot;
import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.app.text.Wording;
import daemoneye.rpc.protocol.time.Ticker;

import java.time.Duration;

/// The version that edits are made against, and when it was read.
///
/// @param readNanos by the ticker
record RunningVersion(Snapshot snapshot, long readNanos) {
    long number() {
        return snapshot.version();
    }

    /// "version 31 (kim, 3 d ago), read 2.0 s ago".
    String about(Ticker ticker) {
        return Messages.text(
                "config.about",
                Long.toString(number()),
                origin(snapshot, ticker),
                Wording.age(ticker.since(readNanos)));
    }

    /// "kim, 3 d ago".
    static String origin(Snapshot snapshot, Ticker ticker) {
        var by = SafeText.of(snapshot.by(), 40);
        var ago =
                snapshot.at()
                        .map(at -> Duration.between(at, ticker.now()))
                        .filter(age -> !age.isNegative())
                        .map(age -> Messages.text("config.ago", Wording.age(age)))
                        .orElse("");
        return by.isEmpty() || ago.isEmpty() ? by + ago : by + ", " + ago;
    }
}
