package daemoneye.house.wrong.unmarked;

/// Breaks the rule that every package is marked: this one has no package-info.
public record UnmarkedThing(String name) {}
