package daemoneye.rpc.transport.codec.shape;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// The byte that stands for each constant of an enum, given by hand so that the order in which
/// constants are declared never matters. A byte that is not given is a newer version's, and read as
/// the unknown constant.
public final class EnumCodes<E extends Enum<E>> {
    private final E unknown;
    private final Object[] byCode = new Object[256];
    private final Map<E, Integer> codes;

    /// @param unknown what unknown bytes are read as; its own byte is 0
    /// @param constants the constants for the bytes 1, 2, 3 …, in this order for ever
    /// @throws IllegalArgumentException if a constant is missing or given twice
    @SafeVarargs
    EnumCodes(Class<E> type, E unknown, E... constants) {
        this.unknown = unknown;
        codes = new EnumMap<>(type);
        Arrays.fill(byCode, unknown);
        codes.put(unknown, 0);
        for (int at = 0; at < constants.length; at++) {
            byCode[at + 1] = constants[at];
            if (codes.put(constants[at], at + 1) != null) {
                throw new IllegalArgumentException(constants[at] + " is given twice");
            }
        }
        if (codes.size() != type.getEnumConstants().length) {
            throw new IllegalArgumentException("a constant of " + type + " has no code");
        }
    }

    int code(E value) {
        return codes.getOrDefault(value, 0);
    }

    @SuppressWarnings("unchecked") // only constants of E are ever put in
    E value(int code) {
        return (E) byCode[code];
    }

    /// Every constant with its byte, for the test that pins them.
    public Map<E, Integer> all() {
        return Collections.unmodifiableMap(codes);
    }

    /// What unknown bytes are read as.
    public E unknown() {
        return unknown;
    }
}
