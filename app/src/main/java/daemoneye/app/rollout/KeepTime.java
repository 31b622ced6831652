package daemoneye.app.rollout;

import daemoneye.app.text.Messages;

import java.time.Duration;

/// How long new values stay without a person's word after the last wave.
public enum KeepTime {
    /// For ever: nobody is asked.
    NONE(0),
    ONE(1),
    FIVE(5),
    FIFTEEN(15);

    private final int minutes;

    KeepTime(int minutes) {
        this.minutes = minutes;
    }

    /// Zero for ever.
    public Duration time() {
        return Duration.ofMinutes(minutes);
    }

    /// For people, e.g. "5 min".
    public String label() {
        return this == NONE
                ? Messages.text("rollout.keep.none")
                : Messages.text("rollout.keep.minutes", minutes);
    }
}
