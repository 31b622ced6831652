package daemoneye.app.instance;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/// Asks the console that runs already to come to the front.
final class Asking {
    private static final long PATIENCE_SECONDS = 2;
    private static final int MOST_DIGITS = 20;

    private Asking() {}

    /// Blocks for two seconds at most.
    static Claim whoIsThere(Path socket) {
        return CompletableFuture.supplyAsync(() -> ask(socket), Thread::startVirtualThread)
                .completeOnTimeout(new Claim.Second(false, ""), PATIENCE_SECONDS, TimeUnit.SECONDS)
                .exceptionally(_ -> new Claim.Second(false, ""))
                .join();
    }

    private static Claim ask(Path socket) {
        try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(socket));
            var answer = ByteBuffer.allocate(MOST_DIGITS);
            while (answer.hasRemaining() && channel.read(answer) >= 0) {
                // Until it hangs up.
            }
            var pid = new String(answer.array(), 0, answer.position(), StandardCharsets.US_ASCII);
            return new Claim.Second(!pid.isBlank(), pid.strip());
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }
}
