package daemoneye.rpc.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.rpc.client.connection.ConnectionState.Closed;
import daemoneye.rpc.client.connection.ConnectionState.Connected;
import daemoneye.rpc.client.connection.ConnectionState.Reconnecting;
import daemoneye.rpc.client.fake.ScriptedDialer;
import daemoneye.rpc.client.fake.TokenCodec;
import daemoneye.rpc.protocol.time.FakeTicker;
import daemoneye.rpc.transport.bus.ClientIdentity;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;

class BusConnectionTest {
    private static final Duration INSTANT = Duration.ofNanos(1);
    private final FakeTicker ticker = new FakeTicker();
    private final ScriptedDialer dialer = new ScriptedDialer();
    private final BusConnection connection =
            BusConnection.open(
                    dialer,
                    new ClientIdentity("tester", "cli", "1", 1),
                    new TokenCodec(),
                    ticker,
                    new Random(7));

    @Test
    void dialsAtOnce() {
        assertThat(dialer.dials()).isEqualTo(1);
        assertThat(connection.state()).isEqualTo(new Reconnecting(0, Duration.ZERO, ""));

        var bus = dialer.accept();

        assertThat(connection.state()).isEqualTo(new Connected(bus.welcome(), ticker.now()));
    }

    @Test
    void triesAgainAfterEveryFaultWithinTheBoundsAndNotAMomentEarlier() {
        for (int attempt = 1; attempt <= 9; attempt++) {
            dialer.refuse("fault " + attempt);

            var waiting = (Reconnecting) connection.state();
            assertThat(waiting.attempt()).isEqualTo(attempt);
            assertThat(waiting.fault()).isEqualTo("fault " + attempt);
            assertThat(waiting.nextTryIn()).isBetween(INSTANT, Backoff.bound(attempt));
            ticker.advance(waiting.nextTryIn().minus(INSTANT));
            assertThat(dialer.dials()).isEqualTo(attempt);

            ticker.advance(INSTANT);
            assertThat(dialer.dials()).isEqualTo(attempt + 1);
            assertThat(connection.state())
                    .isEqualTo(new Reconnecting(attempt, Duration.ZERO, "fault " + attempt));
        }
    }

    @Test
    void aLinkThatProvedItselfIsTriedAgainWithinAQuarterSecond() {
        for (int failures = 0; failures < 5; failures++) {
            dialer.refuse("not yet");
            ticker.advance(Backoff.CAP);
        }
        var bus = dialer.accept();
        ticker.advance(LinkKeeper.PROVEN);
        bus.breakOff("cut");

        var waiting = (Reconnecting) connection.state();
        assertThat(waiting.attempt()).isEqualTo(1);
        assertThat(waiting.fault()).isEqualTo("cut");
        assertThat(waiting.nextTryIn()).isLessThanOrEqualTo(Backoff.FIRST);
    }

    @Test
    void aBrokerThatThrowsOutEveryoneIsCalledEverMoreSeldom() {
        for (int round = 1; round <= 4; round++) {
            dialer.accept().breakOff("limit");

            assertThat(((Reconnecting) connection.state()).attempt()).isEqualTo(round);
            ticker.advance(Backoff.CAP);
        }
    }

    @Test
    void aBrokerThatNeverAnswersCostsOneTryAndItsLateSessionIsClosed() {
        ticker.advance(LinkKeeper.TRY_PATIENCE.minus(INSTANT));
        assertThat(connection.state()).isEqualTo(new Reconnecting(0, Duration.ZERO, ""));

        ticker.advance(INSTANT);

        var waiting = (Reconnecting) connection.state();
        assertThat(waiting.attempt()).isEqualTo(1);
        assertThat(waiting.fault()).contains("did not answer within 10 s");
        assertThat(dialer.accept().isClosed()).isTrue();
        assertThat(connection.state()).isSameAs(waiting);
    }

    @Test
    void watchersHearEveryStateInOrderFromTheOneAtTheTimeOfWatching() {
        var early = new ArrayList<ConnectionState>();
        connection.watch(early::add);
        var bus = dialer.accept();
        var late = new ArrayList<ConnectionState>();
        connection.watch(late::add);
        bus.breakOff("cut");
        connection.close();

        assertThat(early)
                .hasExactlyElementsOfTypes(
                        Reconnecting.class, Connected.class, Reconnecting.class, Closed.class);
        assertThat(late).isEqualTo(early.subList(1, 4));
    }

    @Test
    void aWatcherThatStoppedOrFailsDoesNotDisturbTheOthers() {
        var heard = new ArrayList<ConnectionState>();
        var stopped = new ArrayList<ConnectionState>();
        connection.watch(
                state -> {
                    throw new IllegalStateException("a faulty listener, on purpose");
                });
        var stop = connection.watch(stopped::add);
        connection.watch(heard::add);
        stop.run();
        dialer.accept();

        assertThat(heard).hasSize(2);
        assertThat(stopped).hasSize(1);
    }

    @Test
    void aWatcherThatClosesTheConnectionEndsItForEveryoneInOrder() {
        var heard = new ArrayList<ConnectionState>();
        connection.watch(
                state -> {
                    if (state instanceof Connected) {
                        connection.close();
                    }
                });
        connection.watch(heard::add);
        var bus = dialer.accept();

        assertThat(bus.isClosed()).isTrue();
        assertThat(heard)
                .hasExactlyElementsOfTypes(Reconnecting.class, Connected.class, Closed.class);
    }

    @Test
    void nothingFollowsCloseAndNothingIsLeftBehind() {
        var bus = dialer.accept();
        var heard = new ArrayList<ConnectionState>();
        connection.watch(heard::add);
        connection.close();
        connection.close();
        bus.breakOff("too late to matter");
        ticker.advance(Duration.ofHours(1));

        assertThat(bus.isClosed()).isTrue();
        assertThat(heard).hasExactlyElementsOfTypes(Connected.class, Closed.class);
        assertThat(dialer.dials()).isEqualTo(1);
        assertThat(ticker.waitingAlarms()).isZero();
    }

    @Test
    void closeWhileWaitingOrDiallingEndsTheTries() {
        dialer.refuse("nobody there");
        connection.close();
        ticker.advance(Duration.ofHours(1));
        assertThat(dialer.dials()).isEqualTo(1);

        var second = another();
        second.close();
        assertThat(dialer.accept().isClosed()).isTrue();
        assertThat(second.state()).isInstanceOf(Closed.class);
        assertThat(ticker.waitingAlarms()).isZero();
    }

    @Test
    void connectedCompletesWithTheNextLink() {
        var waiting = connection.connected(Duration.ofSeconds(3));
        dialer.refuse("nobody there");
        ticker.advance(Backoff.FIRST);
        assertThat(waiting).isNotDone();

        dialer.accept();

        assertThat(waiting).isCompletedWithValue((Connected) connection.state());
        assertThat(connection.connected(Duration.ofSeconds(3))).isCompleted();
        assertThat(ticker.waitingAlarms()).isZero();
    }

    @Test
    void connectedFailsWithTheLastFaultWhenPatienceEnds() {
        dialer.refuse("Nobody listens at unix:/run/x.sock: start a broker.");
        var waiting = connection.connected(Duration.ofMillis(1));
        ticker.advance(Duration.ofMillis(1));

        assertThat(waiting)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withMessageContaining("Nobody listens at unix:/run/x.sock: start a broker.");
    }

    @Test
    void connectedFailsWhenTheConnectionIsClosed() {
        var waiting = connection.connected(Duration.ofSeconds(3));
        connection.close();

        assertThat(waiting)
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withMessageContaining("closed by tester");
    }

    private BusConnection another() {
        return BusConnection.open(
                dialer,
                new ClientIdentity("another", "cli", "1", 1),
                new TokenCodec(),
                ticker,
                new Random(8));
    }
}
