package daemoneye.rpc.transport.pending;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.time.FakeTicker;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class DeadlineAlarmTest {
    private final FakeTicker ticker = new FakeTicker();
    private final List<Long> deadlines = new ArrayList<>();
    private final List<Long> sweeps = new ArrayList<>();
    private final DeadlineAlarm alarm = new DeadlineAlarm(ticker, this::sweep);

    @Test
    void aDeadlineIsSweptWhenItComes() {
        expect(100);
        advance(99);
        assertThat(sweeps).isEmpty();
        advance(1);
        assertThat(sweeps).containsExactly(100L);
        assertThat(deadlines).isEmpty();
    }

    @Test
    void anEarlierDeadlineIsNotMissed() {
        expect(5000);
        expect(100);
        advance(100);
        assertThat(deadlines).containsExactly(5000L);
        advance(4900);
        assertThat(deadlines).isEmpty();
    }

    @Test
    void anyNumberOfDeadlinesShareOneAlarm() {
        for (int at = 0; at < 1000; at++) {
            expect(5000 + at);
        }
        assertThat(ticker.waitingAlarms()).isEqualTo(1);
        advance(6010);
        assertThat(deadlines).isEmpty();
        assertThat(sweeps).hasSizeLessThan(110);
    }

    @Test
    void deadlinesAreSweptAtMostTenMillisecondsLate() {
        expect(100);
        expect(101);
        advance(100);
        advance(10);
        assertThat(deadlines).isEmpty();
    }

    @Test
    void nothingIsLeftBehindWhenNothingWaits() {
        expect(100);
        advance(100);
        assertThat(ticker.waitingAlarms()).isZero();
    }

    @Test
    void nothingIsSweptAfterTheClose() {
        expect(100);
        alarm.close();
        expect(50);
        advance(1000);
        assertThat(sweeps).isEmpty();
        assertThat(ticker.waitingAlarms()).isZero();
    }

    private void expect(long millis) {
        deadlines.add(millis);
        alarm.expect(Duration.ofMillis(millis).toNanos());
    }

    private void advance(long millis) {
        ticker.advance(Duration.ofMillis(millis));
    }

    private long sweep(long nowNanos) {
        long now = Duration.ofNanos(nowNanos).toMillis();
        sweeps.add(now);
        deadlines.removeIf(each -> each <= now);
        return deadlines.stream()
                .mapToLong(each -> Duration.ofMillis(each - now).toNanos())
                .min()
                .orElse(DeadlineAlarm.NOTHING_WAITS);
    }
}
