package daemoneye.rpc.cli.json;

/// A text is no JSON, or not the JSON that was asked for; the message is a sentence that names the
/// place.
public final class BadJson extends Exception {
    private static final long serialVersionUID = 1L;

    public BadJson(String sentence) {
        super(sentence);
    }

    /// The sentence.
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
