package daemoneye.rpc.transport.bus;

/// The broker or the wire said no, with a sentence that says what to do.
public final class BusRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;

    /// @param code for programs, e.g. `version`, `name`, `limit`
    public BusRefusal(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
