package daemoneye.rpc.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;

class BackoffTest {
    @Test
    void boundsDoubleFromAQuarterSecondToFiveSeconds() {
        var millis = IntStream.rangeClosed(1, 8).mapToLong(n -> Backoff.bound(n).toMillis());

        assertThat(millis.toArray()).containsExactly(250, 500, 1000, 2000, 4000, 5000, 5000, 5000);
    }

    @Test
    void boundsHoldForTriesWithoutEnd() {
        assertThat(Backoff.bound(1_000_000_000)).isEqualTo(Backoff.CAP);
        assertThat(Backoff.bound(Integer.MAX_VALUE)).isEqualTo(Backoff.CAP);
    }

    @Test
    void waitsFillTheWholeRangeAndNeverLeaveIt() {
        var backoff = new Backoff(new Random(42));
        for (int attempt = 1; attempt <= 7; attempt++) {
            int tried = attempt;
            var waits =
                    IntStream.range(0, 1000)
                            .mapToLong(n -> backoff.before(tried).toNanos())
                            .summaryStatistics();
            long bound = Backoff.bound(attempt).toNanos();

            assertThat(waits.getMin()).isBetween(0L, bound / 50);
            assertThat(waits.getMax()).isBetween(bound - bound / 50, bound);
            assertThat(waits.getAverage()).isBetween(bound * 0.45, bound * 0.55);
        }
    }

    @Test
    void theFirstWaitIsAQuarterSecondAtMost() {
        assertThat(Backoff.bound(1)).isEqualTo(Duration.ofMillis(250));
    }
}
