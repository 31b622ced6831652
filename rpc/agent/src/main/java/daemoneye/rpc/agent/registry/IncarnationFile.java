package daemoneye.rpc.agent.registry;

import daemoneye.rpc.agent.supervise.IncarnationSource;
import daemoneye.rpc.protocol.id.CollectorId;
import daemoneye.rpc.protocol.id.Incarnation;
import daemoneye.rpc.protocol.time.Ticker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// Remembers the last incarnation of every collector in a small file, `{"procmond": 17…}`, so that
/// the next is greater also after a restart of the agent with a clock set back.
///
/// A file that cannot be read as such is kept aside as `….corrupt-TIME` and people are told; the
/// numbers then go on from the clock. Safe from any thread.
public final class IncarnationFile implements IncarnationSource {
    private static final Logger LOG = LoggerFactory.getLogger(IncarnationFile.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Greater numbers are no milliseconds of a clock (this one is in the year 9999).
    private static final long MOST = 253_402_300_799_999L;

    /// A thousand collectors need 50 KB.
    private static final long MAX_BYTES = 1 << 20;

    private final Path file;
    private final Ticker ticker;
    private final TreeMap<String, Long> last;

    private IncarnationFile(Path file, Ticker ticker, Map<String, Long> last) {
        this.file = file;
        this.ticker = ticker;
        this.last = new TreeMap<>(last);
    }

    /// @throws IOException with a sentence for people, if the file cannot be read at all
    public static IncarnationFile open(Path file, Ticker ticker) throws IOException {
        if (!Files.exists(file)) {
            return new IncarnationFile(file, ticker, Map.of());
        }
        try {
            return new IncarnationFile(file, ticker, read(file));
        } catch (JacksonException e) {
            return startAnew(file, ticker, e.getOriginalMessage());
        } catch (IllegalArgumentException e) {
            return startAnew(file, ticker, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new IOException("cannot read %s: check its rights".formatted(file), e);
        }
    }

    @Override
    public synchronized Incarnation next(CollectorId id) throws IOException {
        long least = last.getOrDefault(id.text(), -1L) + 1;
        long next = Math.max(least, ticker.now().toEpochMilli());
        last.put(id.text(), next);
        RuntimeFolder.replace(file, JSON.writeValueAsBytes(last));
        return new Incarnation(next);
    }

    @Override
    public synchronized void seen(CollectorId id, Incarnation incarnation) {
        if (incarnation.value() < MOST) {
            last.merge(id.text(), incarnation.value(), Math::max);
        }
    }

    private static Map<String, Long> read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IllegalArgumentException("it is too large");
        }
        var tree = JSON.readTree(Files.readAllBytes(file));
        if (!tree.isObject()) {
            throw new IllegalArgumentException("it holds no table");
        }
        var numbers = new TreeMap<String, Long>();
        tree.properties()
                .forEach(
                        each ->
                                numbers.put(
                                        new CollectorId(each.getKey()).text(),
                                        number(each.getValue())));
        return numbers;
    }

    private static long number(JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new IllegalArgumentException("an incarnation in it is no whole number");
        }
        long number = value.longValue();
        if (number < 0 || number >= MOST) {
            throw new IllegalArgumentException("an incarnation in it is out of range");
        }
        return number;
    }

    private static IncarnationFile startAnew(Path file, Ticker ticker, String why)
            throws IOException {
        var aside =
                file.resolveSibling(file.getFileName() + ".corrupt-" + ticker.now().toEpochMilli());
        Files.move(file, aside);
        LOG.warn(
                "{} could not be understood ({}). It is kept as {}; incarnations go on from the"
                        + " clock, nothing else is lost.",
                file,
                why,
                aside.getFileName());
        return new IncarnationFile(file, ticker, Map.of());
    }
}
