package daemoneye.app.audit;

import daemoneye.app.text.Messages;
import daemoneye.app.text.SafeText;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;

/// What is to be said of an answer that is not whole.
final class AnswerWords {
    private static final int MOST_CHARS = 300;

    private AnswerWords() {}

    /// Who did not answer, or what cannot be read; empty text if all is well.
    ///
    /// @param before whether there are entries of earlier answers
    static String trouble(AuditAnswer answer, boolean before) {
        long bad = answer.unreadable().values().stream().mapToLong(Long::longValue).sum();
        if (bad > 0) {
            return Messages.text("audit.unreadable", bad);
        }
        if (!answer.errors().isEmpty()) {
            return Messages.text(
                    "audit.notAnswered",
                    answer.errors().size(),
                    sentence(answer.errors().getFirst()));
        }
        return answer.isSilence() && before ? Messages.text("audit.nobody.text") : "";
    }

    private static String sentence(RpcError error) {
        var said = SafeText.of(error.message(), MOST_CHARS);
        var whole = said.endsWith(".") ? said : said + ".";
        return error.known().map(ErrorCode::nextStep).map(next -> whole + " " + next).orElse(whole);
    }
}
