package daemoneye.rpc.collector.netmond;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// Reads the machine that runs the tests.
class RealNetworkTest {
    @Test
    void theSourceOfThisSystemSeesOurOwnSocketsAndTheLoopback() throws IOException {
        seesOurOwn(NetworkSource.ofThisSystem());
    }

    @Test
    void oshiSeesOurOwnSocketsAndTheLoopback() throws IOException {
        seesOurOwn(new OshiNetwork());
    }

    private static void seesOurOwn(NetworkSource source) throws IOException {
        var loopback = InetAddress.getLoopbackAddress();
        try (var listener = new ServerSocket(0, 1, loopback);
                var client = new Socket(loopback, listener.getLocalPort())) {
            var sockets = source.sockets().sockets();
            var listening = ":" + listener.getLocalPort();
            var connected = ":" + client.getLocalPort();
            assertThat(sockets)
                    .anyMatch(
                            each ->
                                    each.state() == SocketState.LISTENING
                                            && each.local().endsWith(listening))
                    .anyMatch(
                            each ->
                                    each.state() == SocketState.ESTABLISHED
                                            && each.local().endsWith(connected)
                                            && each.remote().endsWith(listening));
        }
    }

    @Test
    void theLoopbackIsThereAndUp() throws IOException {
        assertThat(NetworkSource.ofThisSystem().interfaces())
                .anyMatch(each -> each.isLoopback() && each.up() && each.receivedBytes() >= 0);
    }
}
