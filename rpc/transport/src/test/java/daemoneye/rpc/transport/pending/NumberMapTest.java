package daemoneye.rpc.transport.pending;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;

class NumberMapTest {
    private final NumberMap<String> map = new NumberMap<>();

    @Test
    void aValueIsFoundByItsNumberUntilItIsRemoved() {
        map.put(7, "seven");
        assertThat(map.get(7)).contains("seven");
        assertThat(map.get(8)).isEmpty();
        assertThat(map.remove(7)).contains("seven");
        assertThat(map.get(7)).isEmpty();
        assertThat(map.remove(7)).isEmpty();
        assertThat(map.size()).isZero();
    }

    @Test
    void aSecondValueTakesThePlaceOfTheFirst() {
        map.put(7, "old");
        map.put(7, "new");
        assertThat(map.get(7)).contains("new");
        assertThat(map.size()).isEqualTo(1);
    }

    @Test
    void nothingIsLeftAfterClear() {
        map.put(1, "one");
        map.clear();
        assertThat(map.get(1)).isEmpty();
        assertThat(map.size()).isZero();
    }

    /// Numbers that collide in every way, against the map that everybody trusts.
    @Test
    void itBehavesLikeAHashMapWhateverIsAddedAndRemoved() {
        var random = new Random(42);
        var expected = new HashMap<Long, String>();
        for (int step = 0; step < 50_000; step++) {
            long number = random.nextInt(40) * 64L - random.nextInt(4);
            if (random.nextInt(5) < 3) {
                map.put(number, "v" + step);
                expected.put(number, "v" + step);
            } else {
                assertThat(map.remove(number).orElse("none")).isEqualTo(removed(expected, number));
            }
            assertThat(map.size()).isEqualTo(expected.size());
        }
        var seen = new HashMap<Long, String>();
        map.forEach(seen::put);
        assertThat(seen).isEqualTo(expected);
        expected.forEach((number, value) -> assertThat(map.get(number)).contains(value));
    }

    private static String removed(Map<Long, String> from, long number) {
        var value = from.remove(number);
        return value == null ? "none" : value;
    }
}
