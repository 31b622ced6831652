package daemoneye.rpc.client.audit.format;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// One line of a log, as far as the chain needs it. Whoever only verifies reads no field but these.
///
/// @param bytes with the end of the line
/// @param sequence of the entry
/// @param previous hash of the entry before
/// @param hash its own, as written
/// @param intact whether the hash is the one of its bytes
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
public record AuditLine(byte[] bytes, long sequence, String previous, String hash, boolean intact) {
    /// No line is longer; what is, is garbage.
    public static final int MOST_BYTES = 64 * 1024;

    private static final String BEGIN = "{\"seq\":";
    private static final String BEFORE_PREVIOUS = ",\"prev\":\"";
    private static final int LEAST =
            BEGIN.length() + 2 + BEFORE_PREVIOUS.length() + Digest.DIGITS + 1 + FlatLine.TAIL;
    private static final int MOST_DIGITS = 18;

    /// @param line with the end of the line
    public static AuditLine read(byte[] line) throws MalformedEntry {
        var text = new String(line, StandardCharsets.ISO_8859_1);
        if (text.length() <= LEAST || !text.startsWith(BEGIN) || !text.endsWith("\"}\n")) {
            throw new MalformedEntry("it has not the shape of an entry");
        }
        int hashed = line.length - 1 - FlatLine.TAIL;
        int beforePrevious = hashed - 1 - Digest.DIGITS - BEFORE_PREVIOUS.length();
        if (!text.startsWith(FlatLine.BEFORE_HASH, hashed)
                || !text.startsWith(BEFORE_PREVIOUS, beforePrevious)) {
            throw new MalformedEntry("its hashes are not where they belong");
        }
        int previous = beforePrevious + BEFORE_PREVIOUS.length();
        int hash = hashed + FlatLine.BEFORE_HASH.length();
        var written = text.substring(hash, hash + Digest.DIGITS);
        return new AuditLine(
                line,
                sequence(text),
                text.substring(previous, previous + Digest.DIGITS),
                written,
                written.equals(Digest.of(line, 0, hashed)));
    }

    /// Makes an entry's line.
    public static AuditLine seal(AuditDraft draft, long sequence, String previous) {
        var sealed = EntryText.line(draft, sequence, previous).seal();
        return new AuditLine(sealed.bytes(), sequence, previous, sealed.hash(), true);
    }

    /// The line of an entry that somebody tells, made again from its fields: intact only if it is
    /// the very line that has this hash.
    ///
    /// @param fields by their names in a log; numbers as their digits
    /// @throws MalformedEntry if it is no entry of this format, or has more than this format knows
    public static AuditLine retold(Map<String, String> fields) throws MalformedEntry {
        var told = EntryText.entry(fields);
        var draft = new AuditDraft(told.time(), told.facts(), false);
        var line = seal(draft, told.sequence(), told.previous());
        var text = new String(line.bytes, 0, line.bytes.length - 1, StandardCharsets.US_ASCII);
        if (!FlatFields.of(text).keySet().equals(fields.keySet())) {
            throw new MalformedEntry("it has fields that are not known here");
        }
        return new AuditLine(
                line.bytes,
                line.sequence,
                line.previous,
                told.hash(),
                line.hash.equals(told.hash()));
    }

    /// All of its fields.
    public AuditEntry entry() throws MalformedEntry {
        return EntryText.read(new String(bytes, 0, bytes.length - 1, StandardCharsets.ISO_8859_1));
    }

    private static long sequence(String text) throws MalformedEntry {
        int end = text.indexOf(',', BEGIN.length());
        int digits = end - BEGIN.length();
        if (digits < 1 || digits > MOST_DIGITS) {
            throw new MalformedEntry("it has no sequence");
        }
        try {
            return Long.parseLong(text, BEGIN.length(), end, 10);
        } catch (NumberFormatException e) {
            throw new MalformedEntry("its sequence is no number");
        }
    }
}
