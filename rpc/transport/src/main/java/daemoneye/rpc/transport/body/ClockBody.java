package daemoneye.rpc.transport.body;

import daemoneye.rpc.transport.frame.ByteReader;
import daemoneye.rpc.transport.frame.ByteWriter;
import daemoneye.rpc.transport.frame.MalformedFrame;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The body of PONG: `i64` wall clock of the sender, microseconds since 1970.
public final class ClockBody {
    private ClockBody() {}

    public static byte[] write(Instant wallClock) {
        return new ByteWriter(8).i64(micros(wallClock)).toBytes();
    }

    public static Instant read(byte[] body) throws MalformedFrame {
        var reader = new ByteReader(body);
        var clock = instant(reader.i64("pong.clock"));
        reader.end("pong");
        return clock;
    }

    /// Whole microseconds since 1970; what is finer is cut off.
    ///
    /// @throws ArithmeticException more than 290,000 years away from 1970
    public static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /// The instant this many microseconds after 1970.
    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
