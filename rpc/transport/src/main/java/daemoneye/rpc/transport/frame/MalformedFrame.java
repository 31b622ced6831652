package daemoneye.rpc.transport.frame;

/// Bytes that are no frame, or a frame whose body is not what its type says. The message names the
/// field and is fit for the peer's eyes; the link ends with it.
public final class MalformedFrame extends Exception {
    private static final long serialVersionUID = 1L;

    /// Anything that has no code of its own.
    public static final String BAD_FRAME = "bad_frame";

    /// Longer than the link takes at the moment.
    public static final String TOO_LARGE = "too_large";

    /// Of another protocol version.
    public static final String VERSION = "version";

    /// Of a type that this version does not know.
    public static final String FRAME_TYPE = "frame_type";

    private final String code;

    public MalformedFrame(String sentence) {
        this(BAD_FRAME, sentence);
    }

    public MalformedFrame(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /// For programs: [#BAD_FRAME], [#TOO_LARGE], [#VERSION] or [#FRAME_TYPE].
    public String code() {
        return code;
    }
}
