package daemoneye.rpc.transport.codec.shape;

import java.util.Arrays;

/// Where a reader stands, kept as it goes so that a refusal can name the place. Costs two stores
/// per field.
final class Trail {
    private static final int NAME = -1;
    private String[] names = new String[8];
    private int[] indexes = new int[8];
    private int depth;

    Trail() {
        clear();
    }

    void clear() {
        depth = 0;
        at("body");
    }

    /// The next field at this level.
    void at(String field) {
        names[depth] = field;
        indexes[depth] = NAME;
    }

    /// The next element at this level.
    void at(int index) {
        indexes[depth] = index;
    }

    /// One level down, into `field`.
    void enter(String field) {
        at(field);
        down();
    }

    /// One level down, into the present field or element.
    void down() {
        if (++depth == names.length) {
            names = Arrays.copyOf(names, depth * 2);
            indexes = Arrays.copyOf(indexes, depth * 2);
        }
        at("");
    }

    void leave() {
        depth--;
    }

    @Override
    public String toString() {
        var path = new StringBuilder();
        for (int level = 0; level <= depth; level++) {
            if (indexes[level] != NAME) {
                path.append('[').append(indexes[level]).append(']');
            } else if (!names[level].isEmpty()) {
                path.append(path.isEmpty() ? "" : ".").append(names[level]);
            }
        }
        return path.toString();
    }
}
