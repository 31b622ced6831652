package daemoneye.app.config.draft;

import daemoneye.app.text.Messages;
import daemoneye.rpc.client.schema.Setting;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Tells whether a change makes a collector see or protect less. A small table of rules by name:
/// what it does not know it does not flag.
final class Weakening {
    /// @param names of settings, as a pattern
    /// @param fits whether a change is meant
    /// @param key of the sentence
    private record Rule(Pattern names, Predicate<Step> fits, String key) {}

    private record Step(ConfigValue before, ConfigValue after) {
        boolean grows() {
            return number(after).orElse(0) > number(before).orElse(0);
        }

        boolean shrinks() {
            return number(after).orElse(0) < number(before).orElse(0);
        }

        boolean turnsOff() {
            return ConfigValue.of(false).equals(after);
        }

        boolean isTakenAway() {
            return ConfigValue.of("").equals(after);
        }

        boolean loses() {
            return before instanceof ConfigValue.Items(var old)
                    && after instanceof ConfigValue.Items(var now)
                    && !new HashSet<>(now).containsAll(old);
        }

        private static OptionalDouble number(ConfigValue value) {
            return switch (value) {
                case ConfigValue.Whole(var number) -> OptionalDouble.of((double) number);
                case ConfigValue.Decimal(var number) -> OptionalDouble.of(number);
                case ConfigValue.Text _,
                        ConfigValue.Flag _,
                        ConfigValue.Items _,
                        ConfigValue.Table _,
                        ConfigValue.Nothing _ ->
                        OptionalDouble.empty();
            };
        }
    }

    private static final List<Rule> RULES =
            List.of(
                    rule("enable_.*|.*_verification", Step::turnsOff, "off"),
                    rule(".*_interval_ms", Step::grows, "seldom"),
                    rule("watched_.*", Step::loses, "fewer"),
                    rule("max_events_.*|event_queue_capacity", Step::shrinks, "drops"),
                    rule("command_line_chars|top_count", Step::shrinks, "less"),
                    rule(".*_limit_(percent|seconds)", Step::grows, "later"),
                    rule("required_capabilities", Step::loses, "privileges"),
                    rule(".*_key|.*token|.*secret", Step::isTakenAway, "secret"));

    private Weakening() {}

    private static Rule rule(String names, Predicate<Step> fits, String key) {
        return new Rule(Pattern.compile(names), fits, "config.weaker." + key);
    }

    /// What is seen or protected less, in words; empty if nothing is known to be.
    static Optional<String> of(Setting setting, ConfigValue before, ConfigValue after) {
        var step = new Step(before, after);
        return RULES.stream()
                .filter(rule -> rule.names().matcher(setting.name()).matches())
                .filter(rule -> rule.fits().test(step))
                .map(rule -> Messages.text(rule.key()))
                .findFirst();
    }
}
