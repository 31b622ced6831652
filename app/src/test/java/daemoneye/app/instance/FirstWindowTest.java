package daemoneye.app.instance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class FirstWindowTest {
    @TempDir private Path folder;

    @Test
    void theSecondIsToldAndTheFirstComesToTheFront() throws InterruptedException {
        var shown = new CountDownLatch(1);
        try (var first = first()) {
            first.onShow(shown::countDown);
            var pid = Long.toString(ProcessHandle.current().pid());

            assertThat(FirstWindow.claim(folder)).isEqualTo(new Claim.Second(true, pid));
            assertThat(shown.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whoAsksBeforeTheWindowIsThereIsNotForgotten() throws InterruptedException {
        var shown = new CountDownLatch(1);
        try (var first = first()) {
            assertThat(FirstWindow.claim(folder)).isInstanceOf(Claim.Second.class);
            first.onShow(shown::countDown);
            assertThat(shown.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whenTheFirstHasGoneThePlaceIsFree() {
        first().close();
        first().close();
        assertThat(folder.resolve("console.sock")).doesNotExist();
    }

    @Test
    void whatAKilledConsoleLeftIsNoObstacle() throws IOException {
        Files.createFile(folder.resolve("console.lock"));
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(folder.resolve("console.sock")));
        }
        assertThat(folder.resolve("console.sock")).exists();

        first().close();
    }

    @Test
    void oneThatDoesNotAnswerIsSaidToBeMute() throws IOException {
        try (var _ = first()) {
            Files.delete(folder.resolve("console.sock"));
            try (var mute = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
                mute.bind(UnixDomainSocketAddress.of(folder.resolve("console.sock")));
                assertThat(FirstWindow.claim(folder)).isEqualTo(new Claim.Second(false, ""));
            }
        }
    }

    @Test
    void anotherPlaceIsAnotherConsole() {
        try (var _ = first()) {
            var other = FirstWindow.claim(folder.resolve("other"));
            assertThat(other).isInstanceOf(Claim.First.class);
            ((Claim.First) other).window().close();
        }
    }

    @Test
    void whereNothingCanBeWrittenAWindowOpensAllTheSame() throws IOException {
        var file = Files.createFile(folder.resolve("file"));
        assertThat(FirstWindow.claim(file.resolve("run"))).isEqualTo(new Claim.Unclear());
    }

    private FirstWindow first() {
        var claim = FirstWindow.claim(folder);
        assertThat(claim).isInstanceOf(Claim.First.class);
        return ((Claim.First) claim).window();
    }
}
