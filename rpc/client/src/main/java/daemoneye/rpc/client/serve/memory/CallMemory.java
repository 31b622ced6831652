package daemoneye.rpc.client.serve.memory;

import daemoneye.rpc.protocol.id.RequestId;
import daemoneye.rpc.protocol.message.RpcRequest;
import daemoneye.rpc.protocol.message.RpcStatus;
import daemoneye.rpc.protocol.message.Sender;
import daemoneye.rpc.protocol.time.Ticker;
import daemoneye.rpc.transport.codec.BodyCodec;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The calls that a service is at, and for at least [#KEPT] after their end those that change
/// something. A request is the same if it comes from the same name with the same id: the session
/// does not count, because a reconnect gives another one.
///
/// Bounded by number and by bytes of answers. What is younger than [#KEPT] is never forgotten to
/// make room: new calls are refused instead, for if they ran unremembered, a repetition would run
/// as well. Calls that only read are known while they last and refused by nobody.
///
/// Safe from any thread.
public final class CallMemory {
    /// How long a call is remembered after its end, at least: the design's figure.
    public static final Duration KEPT = Duration.ofMinutes(10);

    /// Room for 166 changing calls a second; the design reckons with 15.
    public static final int MOST_CALLS = 100_000;

    /// Answers to what changes something have a few hundred bytes, a failed start some thousand.
    public static final long MOST_BYTES = 32L * 1024 * 1024;

    private static final int FORGOTTEN_AT_ONCE = 1000;

    private final Ticker ticker;
    private final BodyCodec codec;
    private final int mostCalls;
    private final long mostBytes;
    private final long begunNanos;
    private final Map<RequestId, List<RememberedCall>> calls = new HashMap<>();
    private final ArrayDeque<RememberedCall> ended = new ArrayDeque<>();
    private int changing;
    private long bytes;

    public CallMemory(Ticker ticker, BodyCodec codec) {
        this(ticker, codec, MOST_CALLS, MOST_BYTES);
    }

    /// @param mostCalls that change something
    /// @param mostBytes of their answers
    public CallMemory(Ticker ticker, BodyCodec codec, int mostCalls, long mostBytes) {
        this.ticker = ticker;
        this.codec = codec;
        this.mostCalls = mostCalls;
        this.mostBytes = mostBytes;
        this.begunNanos = ticker.nanos();
    }

    /// How long this memory has existed.
    public Duration age() {
        return ticker.since(begunNanos);
    }

    /// Describes a request for [#admit].
    ///
    /// @param sender as the broker stamped it
    /// @param live stands for it while it lasts
    public RememberedCall describe(String sender, RpcRequest request, LiveCall live) {
        // Hashing up to 1 MiB is no work to be done under a lock.
        var content =
                request.operation().changes()
                        ? Optional.of(Fingerprint.of(request, codec))
                        : Optional.<Fingerprint>empty();
        return new RememberedCall(
                Sender.of(sender).name(),
                request.requestId(),
                content,
                new KnownCall.Running(request.operation(), live));
    }

    /// Whether it is to be executed.
    public synchronized Admission admit(RememberedCall call) {
        if (!call.operation().changes()) {
            add(call);
            return new Admission.Fresh();
        }
        forgetOld();
        var before =
                named(call.id).stream()
                        .filter(each -> each.operation().changes())
                        .filter(each -> each.sender.equals(call.sender))
                        .findFirst();
        if (before.isPresent()) {
            return before.get().asksForTheSameAs(call)
                    ? new Admission.Again(before.get().known())
                    : new Admission.OtherContent();
        }
        if (changing >= mostCalls || bytes >= mostBytes) {
            return new Admission.Full(untilOneIsOld());
        }
        add(call);
        return new Admission.Fresh();
    }

    /// Remembers a call that ended before this memory began, unless it is known or there is no
    /// room.
    ///
    /// @param answer what whoever repeats it is told, encoded
    /// @return whether there was room
    public synchronized boolean seed(PastCall past, byte[] answer) {
        if (changing >= mostCalls || bytes >= mostBytes) {
            return false;
        }
        long now = ticker.nanos();
        var began = OptionalLong.of(now - past.age().toNanos());
        // The queue is in order of ends, so it counts as ended now and is kept a little longer.
        var state = past.status().map(CallState::of).orElse(CallState.UNKNOWN);
        var over = new KnownCall.Over(past.operation(), state, answer, began, OptionalLong.empty());
        var call =
                new RememberedCall(
                        Sender.of(past.sender()).name(), past.requestId(), Optional.empty(), over);
        if (named(call.id).stream().noneMatch(each -> each.sender.equals(call.sender))) {
            add(call);
            keep(call, answer);
        }
        return true;
    }

    /// The call has ended.
    ///
    /// @param answer the encoded response for whoever repeats it; shared, not to be changed
    /// @param startedNanos when its handler began
    public synchronized void ended(
            RememberedCall call, RpcStatus status, byte[] answer, OptionalLong startedNanos) {
        if (call.operation().changes() && named(call.id).contains(call)) {
            call.end(CallState.of(status), answer, startedNanos, ticker.nanos());
            keep(call, answer);
        } else {
            remove(call);
        }
    }

    /// The call was refused before its handler began: it may come again. Nothing if it is not
    /// known.
    public synchronized void forget(RememberedCall call) {
        remove(call);
    }

    /// What is known of a request: preferably of the asker's own, because other clients might use
    /// the same id.
    ///
    /// @param asker as the broker stamped it
    public synchronized Optional<KnownCall> find(RequestId id, String asker) {
        var name = Sender.of(asker).name();
        var found = named(id);
        return found.stream()
                .filter(each -> each.sender.equals(name))
                .findFirst()
                .or(() -> found.stream().findFirst())
                .map(RememberedCall::known);
    }

    /// Calls known now: for tests and figures.
    public synchronized int size() {
        return calls.values().stream().mapToInt(List::size).sum();
    }

    private void keep(RememberedCall call, byte[] answer) {
        // For calls of an earlier life that is longer than needed, but keeps the queue in order.
        call.keptSince(ticker.nanos());
        bytes += answer.length;
        ended.add(call);
    }

    private void add(RememberedCall call) {
        var others = calls.putIfAbsent(call.id, List.of(call));
        if (others != null) {
            var more = new ArrayList<>(others);
            more.add(call);
            calls.put(call.id, List.copyOf(more));
        }
        changing += call.operation().changes() ? 1 : 0;
    }

    private void remove(RememberedCall call) {
        if (!named(call.id).contains(call)) {
            return;
        }
        var others = named(call.id).stream().filter(each -> each != call).toList();
        if (others.isEmpty()) {
            calls.remove(call.id);
        } else {
            calls.put(call.id, others);
        }
        changing -= call.operation().changes() ? 1 : 0;
    }

    /// A few at a time: whoever comes first after a busy hour must not pay for all of it.
    private void forgetOld() {
        for (int n = 0; n < FORGOTTEN_AT_ONCE && !untilOneIsOld().isPositive(); n++) {
            var old = ended.remove();
            remove(old);
            bytes -= old.answerBytes();
        }
    }

    /// A second if none has ended yet.
    private Duration untilOneIsOld() {
        var oldest = ended.peek();
        return oldest == null
                ? Duration.ofSeconds(1)
                : KEPT.minus(ticker.since(oldest.keptSince())).plusMillis(1);
    }

    private List<RememberedCall> named(RequestId id) {
        return calls.getOrDefault(id, List.of());
    }
}
