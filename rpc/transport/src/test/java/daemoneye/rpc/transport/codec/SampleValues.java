package daemoneye.rpc.transport.codec;

import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.value.ConfigValue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;

/// Generated values that like the edges: empty, zero, the greatest, the odd letter.
final class SampleValues {
    private static final String[] TEXTS = {
        "",
        "a",
        "procmond",
        "Enumerating 1,234 processes",
        "é",
        "日本語",
        "😀",
        "\uFFFD",
        "\0",
        "x".repeat(127),
        "x".repeat(128),
        "ü".repeat(127)
    };
    private static final long[] NUMBERS = {
        0, 1, 127, 128, 30_000, Integer.MAX_VALUE, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE, -1
    };
    private static final double[] DECIMALS = {
        0.0, -0.0, 2.3, Double.MAX_VALUE, Double.MIN_VALUE, Double.NaN, Double.NEGATIVE_INFINITY
    };

    private final Random random;

    SampleValues(long seed) {
        random = new Random(seed);
    }

    <E> E oneOf(E[] all) {
        return all[random.nextInt(all.length)];
    }

    String text() {
        return oneOf(TEXTS);
    }

    long anyLong() {
        return random.nextLong();
    }

    long number() {
        return NUMBERS[random.nextInt(NUMBERS.length)];
    }

    int smallNumber() {
        return random.nextBoolean() ? random.nextInt(300) : Integer.MAX_VALUE - 1;
    }

    double decimal() {
        return DECIMALS[random.nextInt(DECIMALS.length)];
    }

    boolean flag() {
        return random.nextBoolean();
    }

    Instant instant() {
        return switch (random.nextInt(4)) {
            case 0 -> Instant.EPOCH;
            case 1 -> Instant.ofEpochSecond(-1_000_000_000_000L);
            case 2 -> Instant.ofEpochSecond(1_000_000_000_000L, 999_999_000);
            default -> Instant.parse("2026-07-01T10:20:30.123456Z").plusSeconds(random.nextInt());
        };
    }

    CollectorId id() {
        return new CollectorId(random.nextBoolean() ? "procmond" : "a".repeat(63));
    }

    Incarnation incarnation() {
        return new Incarnation(random.nextLong() & Long.MAX_VALUE);
    }

    <T> Optional<T> optional(Supplier<T> value) {
        return random.nextBoolean() ? Optional.of(value.get()) : Optional.empty();
    }

    OptionalLong optionalNumber() {
        return random.nextBoolean() ? OptionalLong.of(number()) : OptionalLong.empty();
    }

    OptionalInt optionalInt() {
        return random.nextBoolean() ? OptionalInt.of(random.nextInt()) : OptionalInt.empty();
    }

    OptionalDouble optionalDecimal() {
        return random.nextBoolean() ? OptionalDouble.of(decimal()) : OptionalDouble.empty();
    }

    <T> List<T> list(Supplier<T> element) {
        var list = new ArrayList<T>();
        for (int count = random.nextInt(4); count > 0; count--) {
            list.add(element.get());
        }
        return list;
    }

    <V> Map<String, V> map(Supplier<V> value) {
        var map = new LinkedHashMap<String, V>();
        for (int count = random.nextInt(4); count > 0; count--) {
            map.put(text(), value.get());
        }
        return map;
    }

    Map<String, ConfigValue> values() {
        return map(() -> value(0));
    }

    private ConfigValue value(int depth) {
        int kind = random.nextInt(depth < 15 ? 7 : 5);
        return switch (kind) {
            case 0 -> ConfigValue.of(text());
            case 1 -> ConfigValue.of(number());
            case 2 -> ConfigValue.of(decimal());
            case 3 -> ConfigValue.of(flag());
            case 4 -> new ConfigValue.Nothing();
            case 5 -> new ConfigValue.Items(list(() -> value(depth + 1)));
            default -> new ConfigValue.Table(map(() -> value(depth + 1)));
        };
    }
}
