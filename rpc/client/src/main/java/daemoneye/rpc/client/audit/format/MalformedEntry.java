package daemoneye.rpc.client.audit.format;

/// A line that is no entry; the message says what is wrong with it.
public final class MalformedEntry extends Exception {
    private static final long serialVersionUID = 1L;

    public MalformedEntry(String message) {
        super(message);
    }

    /// What is wrong, for people.
    public String why() {
        return String.valueOf(getMessage());
    }
}
