package daemoneye.rpc.broker.session;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.protocol.time.FakeTicker;

import org.junit.jupiter.api.Test;

import java.time.Duration;

class TokenBucketTest {
    private final FakeTicker ticker = new FakeTicker();

    @Test
    void aBurstOfOneSecondIsFreeAndMoreHasToWait() {
        var bucket = new TokenBucket(ticker, 1000);
        take(bucket, 1000);
        assertThat(bucket.debt()).isZero();
        take(bucket, 100);
        assertThat(bucket.debt()).isBetween(Duration.ofMillis(100), Duration.ofMillis(101));
        ticker.advance(Duration.ofMillis(101));
        assertThat(bucket.debt()).isZero();
    }

    @Test
    void whatIsNotUsedIsNotSavedBeyondOneSecond() {
        var bucket = new TokenBucket(ticker, 1000);
        ticker.advance(Duration.ofHours(1));
        assertThat(bucket.debt()).isZero();
        take(bucket, 2000);
        assertThat(bucket.debt()).isBetween(Duration.ofMillis(1000), Duration.ofMillis(1001));
    }

    @Test
    void zeroMeansNoLimit() {
        var bucket = new TokenBucket(ticker, 0);
        take(bucket, 1_000_000);
        assertThat(bucket.debt()).isZero();
    }

    private static void take(TokenBucket bucket, int count) {
        for (int at = 0; at < count; at++) {
            bucket.take();
        }
    }
}
