package daemoneye.rpc.client.call.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.call.breaker.Admission.Granted;
import daemoneye.rpc.client.call.breaker.Admission.Refused;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.time.FakeTicker;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

class BreakersTest {
    private static final int CALLERS = 1_000;
    private static final BreakerKey HEALTH =
            new BreakerKey(new CollectorId("procmond"), CallClass.HEALTH);
    private static final BreakerKey CONFIG =
            new BreakerKey(new CollectorId("procmond"), CallClass.CONFIG);
    private static final BreakerKey OTHER =
            new BreakerKey(new CollectorId("netmond"), CallClass.HEALTH);

    private final FakeTicker ticker = new FakeTicker();
    private final FakeLink link = new FakeLink(ticker);
    private final List<BreakerChange> changes = new ArrayList<>();
    private final Breakers breakers = new Breakers(link, ticker, changes::add);

    @Test
    void fiveFailuresInARowOpenItForAMinuteAndOthersAreNotConcerned() {
        fail(HEALTH, 4);
        assertThat(granted(HEALTH)).isPresent();
        fail(HEALTH, 1);

        var refused = refused(HEALTH);
        assertThat(refused.nextProbeIn()).isEqualTo(Duration.ofSeconds(60));
        assertThat(refused.cause()).isEqualTo("no answer");
        assertThat(granted(CONFIG)).isPresent();
        assertThat(granted(OTHER)).isPresent();
        assertThat(changes)
                .containsExactly(
                        new BreakerChange(
                                HEALTH,
                                BreakerStanding.CLOSED,
                                BreakerStanding.OPEN,
                                "no answer",
                                Optional.of(Duration.ofSeconds(60))));
    }

    @Test
    void anAnswerBetweenFailuresBeginsTheCountAnew() {
        fail(HEALTH, 4);
        breakers.ended(granted(HEALTH).orElseThrow(), Verdict.ANSWERED, "");
        fail(HEALTH, 4);

        assertThat(granted(HEALTH)).isPresent();
        assertThat(changes).isEmpty();
    }

    @Test
    void whatSaysNothingNeitherCountsNorBeginsTheCountAnew() {
        fail(HEALTH, 4);
        breakers.ended(granted(HEALTH).orElseThrow(), Verdict.NOTHING, "");
        fail(HEALTH, 1);

        assertThat(refused(HEALTH)).isNotNull();
    }

    @Test
    void ofAThousandRacingCallersExactlyOneIsTheProbe() throws Exception {
        var stragglers = new ArrayList<Granted>();
        for (int i = 0; i < CALLERS; i++) {
            stragglers.add(granted(HEALTH).orElseThrow());
        }
        fail(HEALTH, Breakers.OPENS_AFTER);
        ticker.advance(Breakers.OPEN_FOR);

        var probes = new AtomicInteger();
        var go = new CountDownLatch(1);
        var threads = new ArrayList<Thread>();
        for (var straggler : stragglers) {
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        await(go);
                                        if (breakers.admit(HEALTH) instanceof Granted) {
                                            probes.incrementAndGet();
                                        }
                                        breakers.ended(straggler, late(straggler), "late");
                                        if (breakers.admit(HEALTH) instanceof Granted) {
                                            probes.incrementAndGet();
                                        }
                                    }));
        }
        go.countDown();
        for (var thread : threads) {
            thread.join();
        }
        assertThat(probes).hasValue(1);
    }

    /// Calls from before it opened end in every way while the probe is under way.
    private static Verdict late(Granted straggler) {
        var all = Verdict.values();
        return all[(int) (straggler.serial() % all.length)];
    }

    @Test
    void aProbeThatIsAnsweredClosesIt() {
        var probe = halfOpen();
        assertThat(breakers.admit(HEALTH)).isInstanceOf(Refused.class);
        breakers.ended(probe, Verdict.ANSWERED, "");

        assertThat(granted(HEALTH)).isPresent();
        assertThat(standings()).containsExactly("OPEN", "HALF_OPEN", "CLOSED");
        assertThat(breakers.views()).isEmpty();
    }

    @Test
    void aProbeInTroubleOpensItForAnotherMinute() {
        var probe = halfOpen();
        ticker.advance(Duration.ofSeconds(5));
        breakers.ended(probe, Verdict.TROUBLE, "again no answer");

        assertThat(refused(HEALTH).nextProbeIn()).isEqualTo(Breakers.OPEN_FOR);
        assertThat(refused(HEALTH).cause()).isEqualTo("again no answer");
    }

    @Test
    void aProbeHasTenSecondsAndItsLateAnswerCounts() {
        var probe = halfOpen();
        ticker.advance(Breakers.PROBE_TIME.minusMillis(1));
        assertThat(standings()).containsExactly("OPEN", "HALF_OPEN");
        ticker.advance(Duration.ofMillis(1));
        assertThat(standings()).containsExactly("OPEN", "HALF_OPEN", "OPEN");
        assertThat(refused(HEALTH).cause()).contains("10 s");

        breakers.ended(probe, Verdict.ANSWERED, "");
        assertThat(granted(HEALTH)).isPresent();
        assertThat(ticker.waitingAlarms()).isZero();
    }

    @Test
    void aProbeThatSaysNothingLetsTheNextCallProbe() {
        breakers.ended(halfOpen(), Verdict.NOTHING, "");

        assertThat(granted(HEALTH)).isPresent();
        assertThat(breakers.admit(HEALTH)).isInstanceOf(Refused.class);
    }

    @Test
    void lateFailuresOfOldCallsDoNotOpenItAgain() {
        var old = new ArrayList<Granted>();
        for (int i = 0; i < 20; i++) {
            old.add(granted(HEALTH).orElseThrow());
        }
        breakers.ended(halfOpen(), Verdict.ANSWERED, "");
        old.forEach(each -> breakers.ended(each, Verdict.TROUBLE, "late"));

        assertThat(granted(HEALTH)).isPresent();
    }

    @Test
    void whileOurOwnLinkIsDownNothingCountsAndNoTimePasses() {
        fail(HEALTH, 4);
        var underWay = granted(HEALTH).orElseThrow();
        link.down();
        assertThat(breakers.admit(HEALTH)).isInstanceOf(Admission.Unguarded.class);
        breakers.ended(underWay, Verdict.TROUBLE, "no answer");
        link.upAgain();
        assertThat(changes).isEmpty();

        fail(HEALTH, 1);
        ticker.advance(Duration.ofSeconds(20));
        link.down();
        ticker.advance(Duration.ofHours(1));
        link.upAgain();
        assertThat(refused(HEALTH).nextProbeIn()).isEqualTo(Duration.ofSeconds(40));
    }

    @Test
    void theTimeOfAProbeStandsStillTooWhileTheLinkIsDown() {
        var _ = halfOpen();
        ticker.advance(Duration.ofSeconds(4));
        link.down();
        ticker.advance(Duration.ofMinutes(5));
        link.upAgain();
        assertThat(standings()).containsExactly("OPEN", "HALF_OPEN");
        ticker.advance(Duration.ofSeconds(10));
        assertThat(standings()).containsExactly("OPEN", "HALF_OPEN", "OPEN");
    }

    @Test
    void aPersonCanCloseItAndOldCallsCannotUndoThat() {
        var old = granted(HEALTH).orElseThrow();
        fail(HEALTH, 5);

        assertThat(breakers.reset(HEALTH.collector(), CallClass.HEALTH)).isTrue();
        assertThat(breakers.reset(HEALTH.collector(), CallClass.HEALTH)).isFalse();
        breakers.ended(old, Verdict.TROUBLE, "late");
        fail(HEALTH, 4);
        assertThat(granted(HEALTH)).isPresent();
        assertThat(changes.getLast().cause()).isEqualTo("reset by hand");
    }

    @Test
    void aViewSaysHowItStandsAndWhy() {
        fail(OTHER, 2);
        fail(HEALTH, 5);
        ticker.advance(Duration.ofSeconds(2));

        assertThat(breakers.views())
                .containsExactly(
                        new BreakerView(
                                OTHER, BreakerStanding.CLOSED, 2, Optional.empty(), "no answer"),
                        new BreakerView(
                                HEALTH,
                                BreakerStanding.OPEN,
                                5,
                                Optional.of(Duration.ofSeconds(58)),
                                "no answer"));
    }

    @Test
    void thereAreOnlySoMany() {
        for (int i = 0; i < Breakers.MOST + 10; i++) {
            fail(new BreakerKey(new CollectorId("c" + i), CallClass.CONFIG), 1);
        }
        assertThat(breakers.views()).hasSize(Breakers.MOST);
        fail(HEALTH, 10);
        assertThat(granted(HEALTH)).isPresent();
    }

    private Granted halfOpen() {
        fail(HEALTH, Breakers.OPENS_AFTER);
        ticker.advance(Breakers.OPEN_FOR);
        return granted(HEALTH).orElseThrow();
    }

    private void fail(BreakerKey key, int times) {
        for (int i = 0; i < times; i++) {
            breakers.ended(granted(key).orElseThrow(), Verdict.TROUBLE, "no answer");
        }
    }

    private Optional<Granted> granted(BreakerKey key) {
        return breakers.admit(key) instanceof Granted permit
                ? Optional.of(permit)
                : Optional.empty();
    }

    private Refused refused(BreakerKey key) {
        return (Refused) breakers.admit(key);
    }

    private List<String> standings() {
        return changes.stream().map(change -> change.to().name()).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
