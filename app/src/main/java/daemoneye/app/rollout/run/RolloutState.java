package daemoneye.app.rollout.run;

/// Where a rollout stands.
///
/// ```
/// RUNNING ──error, person, link──► PAUSING ──those in flight end──► PAUSED ──Stop──► OVER
///    │  ▲                                                           │ │
///    │  └──────────────────────────Continue─────────────────────────┘ │Roll back
///    │ last wave                                                      ▼
///    ├──────────► DECIDING ──Put back now, or time is up──► PUTTING BACK ──► OVER
///    │                │Keep                                   │  ▲
///    └────► OVER ◄────┘                                       └──┴─ pauses likewise
/// ```
public sealed interface RolloutState {
    /// New values there, or old values back.
    enum Way {
        FORWARD,
        BACK
    }

    /// What happens when those in flight have ended.
    enum Then {
        WAIT,
        STOP,
        PUT_BACK
    }

    /// Why it does not go on by itself.
    sealed interface Why {
        /// A person wants it so.
        record Person() implements Why {}

        /// @param collector that is not well, refused, or was lost from sight
        record Fault(String collector) implements Why {}

        /// @param collector of which it was unknown, and is known by now
        record Known(String collector) implements Why {}

        record LinkLost() implements Why {}
    }

    /// How it ended.
    enum End {
        /// All were asked that a person wanted to be asked.
        DONE,
        /// The same, and a person has decided that it stays so.
        KEPT,
        STOPPED,
        /// Every one that was changed has its old values and is well.
        PUT_BACK,
        /// Not every one.
        PUT_BACK_PARTLY
    }

    record Running() implements RolloutState {}

    /// Nobody else is begun; those in flight end.
    record Pausing(Way way, Why why, Then then) implements RolloutState {}

    /// Nothing is in flight, and nothing happens before a person wants it.
    record Paused(Way way, Why why) implements RolloutState {}

    /// All have it; it goes back by itself unless a person keeps it.
    record Deciding() implements RolloutState {}

    record PuttingBack() implements RolloutState {}

    record Over(End end) implements RolloutState {}
}
