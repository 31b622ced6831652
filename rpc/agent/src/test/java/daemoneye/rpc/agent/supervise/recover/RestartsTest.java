package daemoneye.rpc.agent.supervise.recover;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.agent.supervise.recover.Restarts.Verdict;
import daemoneye.rpc.protocol.time.FakeTicker;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;

class RestartsTest {
    private static final Duration SHORT = Duration.ofSeconds(31);

    private final FakeTicker ticker = new FakeTicker();
    private final Restarts restarts = new Restarts(ticker);

    @Test
    void aFirstCrashIsFollowedByARestartAfterOneSecond() {
        assertThat(restarts.crashed(Duration.ZERO)).isEqualTo(again(1));
    }

    @Test
    void theDelayDoublesUpToAMinuteWhileLivesAreShort() {
        var delays = new ArrayList<Verdict>();
        for (int crash = 0; crash < 9; crash++) {
            ticker.advance(SHORT);
            delays.add(restarts.crashed(SHORT));
        }
        assertThat(delays)
                .containsExactly(
                        again(1), again(2), again(4), again(8), again(16), again(32), again(60),
                        again(60), again(60));
    }

    @Test
    void aLongLifeBeginsAnew() {
        ticker.advance(SHORT);
        restarts.crashed(SHORT);
        ticker.advance(SHORT);
        restarts.crashed(SHORT);
        ticker.advance(Duration.ofSeconds(60));
        assertThat(restarts.crashed(Duration.ofSeconds(60))).isEqualTo(again(1));
    }

    @Test
    void aFourthRestartWithinAMinuteIsTooMany() {
        crashAndRestart(3);
        assertThat(restarts.crashed(Duration.ZERO)).isEqualTo(new Verdict.Enough(3));
    }

    @Test
    void restartsOlderThanAMinuteDoNotCount() {
        crashAndRestart(3);
        ticker.advance(Duration.ofMillis(50_002));
        assertThat(restarts.crashed(Duration.ZERO)).isInstanceOf(Verdict.Again.class);
    }

    // The first restart is 10 s old in the end.
    private void crashAndRestart(int times) {
        for (int time = 0; time < times; time++) {
            assertThat(restarts.crashed(Duration.ZERO)).isInstanceOf(Verdict.Again.class);
            restarts.startsAgain();
            ticker.advance(Duration.ofMillis(10_000 / times));
        }
    }

    @Test
    void aPersonsStartForgetsEverything() {
        restarts.crashed(Duration.ZERO);
        restarts.startsAgain();
        restarts.crashed(Duration.ZERO);
        restarts.startsAgain();
        restarts.forget();
        assertThat(restarts.count()).isZero();
        assertThat(restarts.crashed(Duration.ZERO)).isEqualTo(again(1));
    }

    private static Verdict again(int seconds) {
        return new Verdict.Again(Duration.ofSeconds(seconds));
    }
}
