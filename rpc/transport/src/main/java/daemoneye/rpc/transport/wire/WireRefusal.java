package daemoneye.rpc.transport.wire;

/// A wire could not connect or listen; the message is a sentence that says what to do.
public final class WireRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WireRefusal(String sentence) {
        super(sentence);
    }

    public WireRefusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
