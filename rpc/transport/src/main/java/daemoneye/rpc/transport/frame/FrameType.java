package daemoneye.rpc.transport.frame;

import java.util.Optional;

/// What a frame is for. `C` is the client, `B` the broker.
public enum FrameType {
    /// C→B first frame: who I am and which versions I speak.
    HELLO(1),
    /// B→C answer to HELLO: chosen version, session, limits.
    WELCOME(2),
    /// C→B pattern and kind of a subscription; `request` numbers the answer.
    SUBSCRIBE(3),
    /// B→C answer to SUBSCRIBE: `route` is its number from now on.
    SUBSCRIBED(4),
    /// C→B ends the subscription with number `route`.
    UNSUBSCRIBE(5),
    /// C→B a message for all listeners of its topic.
    PUBLISH(6),
    /// B→C a published message, by subscription `route`.
    DELIVER(7),
    /// C→B a message that wants an answer; `request` is the caller's number, `remainingMs` its
    /// time.
    REQUEST(8),
    /// B→C the request at its responder; `route` the subscription, `reply` the one-shot reply
    /// route.
    SERVE(9),
    /// C→B an answer along `reply`; flag MORE if others follow.
    REPLY(10),
    /// B→C the answer at the caller: `request` its number, `reply` which responder (0…), `route`
    /// how many responders the request went to.
    ANSWER(11),
    /// B→C the request `request` will not be answered: a refusal with code and sentence.
    REFUSED(12),
    /// Either way: are you there? `request` is echoed.
    PING(13),
    /// Answer to PING, with the sender's wall clock for the skew.
    PONG(14),
    /// Either way: the last frame, with code and sentence.
    BYE(15),
    /// B→C answer to HELLO with a token's name: prove that you know the token.
    CHALLENGE(16),
    /// C→B the proof; the next frame is WELCOME, with the broker's own, or BYE.
    PROOF(17);

    private static final FrameType[] BY_CODE = values();
    private final int code;

    FrameType(int code) {
        this.code = code;
    }

    /// The byte on the wire.
    public int code() {
        return code;
    }

    /// The type with this byte; empty for a newer version's.
    public static Optional<FrameType> of(int code) {
        return code >= 1 && code <= BY_CODE.length
                ? Optional.of(BY_CODE[code - 1])
                : Optional.empty();
    }
}
