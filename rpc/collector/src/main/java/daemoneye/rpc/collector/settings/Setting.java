package daemoneye.rpc.collector.settings;

import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.Optional;

/// One thing that a collector can be told.
///
/// @param usual what holds if nobody says otherwise
/// @param rule what values may be
record Setting(String name, ConfigValue usual, Rule rule) {
    /// What a value may be.
    sealed interface Rule {
        /// A whole number within bounds.
        record Span(long least, long most) implements Rule {}

        /// Absolute paths.
        record Folders(int most) implements Rule {}
    }

    static Setting number(String name, long usual, long least, long most) {
        return new Setting(name, ConfigValue.of(usual), new Rule.Span(least, most));
    }

    /// What is wrong with `value` for this setting, if anything.
    Optional<String> fault(ConfigValue value) {
        return switch (rule) {
            case Rule.Span(var least, var most) ->
                    value instanceof ConfigValue.Whole(var number)
                                    && number >= least
                                    && number <= most
                            ? Optional.empty()
                            : Optional.of(
                                    "%s is a whole number from %d to %d, not %s"
                                            .formatted(name, least, most, value));
            case Rule.Folders(var most) -> foldersFault(value, most);
        };
    }

    private Optional<String> foldersFault(ConfigValue value, int most) {
        boolean fits =
                value instanceof ConfigValue.Items(var items)
                        && items.size() <= most
                        && items.stream().allMatch(FolderText::isFolder);
        return fits
                ? Optional.empty()
                : Optional.of(
                        "%s is a list of at most %d absolute paths, not %s"
                                .formatted(name, most, value));
    }
}
