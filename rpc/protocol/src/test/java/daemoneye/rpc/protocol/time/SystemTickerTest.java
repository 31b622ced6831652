package daemoneye.rpc.protocol.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

class SystemTickerTest {
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void anAlarmRunsOnTheTickersOwnThread() {
        try (var ticker = new SystemTicker("ticks")) {
            var thread = new CompletableFuture<String>();
            ticker.after(Duration.ZERO, () -> thread.complete(Thread.currentThread().getName()));
            assertThat(thread.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo("ticks");
        }
    }

    @Test
    void anAlarmAfterTheEndIsForgottenAndCanBeCancelled() {
        var ticker = new SystemTicker("ticks");
        ticker.close();
        var ran = new AtomicBoolean();
        assertThatCode(() -> ticker.after(Duration.ZERO, () -> ran.set(true)).cancel())
                .doesNotThrowAnyException();
        assertThat(ran).isFalse();
    }

    /// Whoever sets an alarm cannot know that somebody else closes the ticker at that moment.
    @Test
    void anAlarmThatMeetsTheEndIsForgotten() {
        for (int round = 0; round < 300; round++) {
            var ticker = new SystemTicker("ticks");
            var end = new AtomicBoolean();
            var setting =
                    CompletableFuture.runAsync(
                            () -> {
                                while (!end.get()) {
                                    ticker.after(LONG, () -> {});
                                }
                            });
            ticker.close();
            end.set(true);
            setting.orTimeout(30, TimeUnit.SECONDS).join();
        }
    }
}
