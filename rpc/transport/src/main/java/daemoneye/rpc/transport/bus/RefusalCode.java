package daemoneye.rpc.transport.bus;

/// The codes of REFUSED and BYE that this version uses. On the wire they are text, so a newer
/// version's code passes as a refusal of an unknown kind.
public final class RefusalCode {
    /// No protocol version that both speak.
    public static final String VERSION = "version";

    /// The client's name is not 1 to 128 printable characters.
    public static final String NAME = "name";

    /// No room: sessions, subscriptions, or messages a second.
    public static final String LIMIT = "limit";

    /// The handshake took too long.
    public static final String HANDSHAKE = "handshake";

    /// The token is wrong, unknown or missing, or the broker could not prove that it knows it.
    public static final String AUTH_FAILED = "auth_failed";

    /// The session's role does not allow this, or the role asked for is more than may be had.
    public static final String ACCESS = "access";

    /// Not a pattern.
    public static final String PATTERN = "pattern";

    /// A frame that breaks the protocol.
    public static final String BAD_FRAME = "bad_frame";

    /// A message that, with the broker's stamp, is longer than a frame may be.
    public static final String TOO_LARGE = "too_large";

    /// The receiver read too slowly.
    public static final String SLOW_CONSUMER = "slow_consumer";

    /// Nothing was heard for too long.
    public static final String SILENT = "silent";

    /// Good-bye.
    public static final String BYE = "bye";

    public static final String NO_RESPONDER = "no_responder";
    public static final String RESPONDER_LOST = "responder_lost";
    public static final String DEADLINE = "deadline";

    private RefusalCode() {}

    /// What a refused request means to its caller.
    public static ExchangeEnd endOf(String code) {
        return switch (code) {
            case NO_RESPONDER -> ExchangeEnd.NO_RESPONDER;
            case RESPONDER_LOST -> ExchangeEnd.RESPONDER_LOST;
            case DEADLINE -> ExchangeEnd.DEADLINE;
            case ACCESS -> ExchangeEnd.NOT_PERMITTED;
            default -> ExchangeEnd.REFUSED;
        };
    }
}
