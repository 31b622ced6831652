package daemoneye.app.config.diff;

import java.util.Arrays;
import java.util.Optional;

/// The lines that two texts have in common, in order: as many as there can be. Lines are numbers,
/// equal where the lines are.
///
/// After what both begin and end with, each line asks where in the other text it stands, from the
/// last place to the first (Hunt and Szymanski); the longest increasing run of those places is the
/// answer. That is fast as long as few lines are repeated, whatever else differs, and gives up
/// where it would not be.
final class CommonLines {
    /// More pairs of equal lines than this are not looked at: some 20 ms.
    private static final long MOST_PAIRS = 1_000_000;

    /// In place of a line that has no partner.
    static final int NONE = -1;

    private final int[] left;
    private final int[] right;
    private final int[] match;

    private CommonLines(int[] left, int[] right) {
        this.left = left;
        this.right = right;
        match = new int[left.length];
        Arrays.fill(match, NONE);
    }

    /// @param kinds how many different lines there are: each number is below it
    /// @return for each left line the right one that it is, or -1; empty if too much is repeated
    static Optional<int[]> of(int[] left, int[] right, int kinds) {
        var common = new CommonLines(left, right);
        int from = common.start();
        int tail = common.end(from);
        return common.between(from, left.length - tail, right.length - tail, kinds)
                ? Optional.of(common.match)
                : Optional.empty();
    }

    private int start() {
        int most = Math.min(left.length, right.length);
        int at = 0;
        while (at < most && left[at] == right[at]) {
            match[at] = at;
            at++;
        }
        return at;
    }

    private int end(int from) {
        int most = Math.min(left.length, right.length) - from;
        int tail = 0;
        while (tail < most && left[left.length - 1 - tail] == right[right.length - 1 - tail]) {
            tail++;
            match[left.length - tail] = right.length - tail;
        }
        return tail;
    }

    private boolean between(int from, int untilLeft, int untilRight, int kinds) {
        var last = new int[kinds];
        Arrays.fill(last, NONE);
        var before = new int[right.length];
        var count = new int[kinds];
        for (int at = from; at < untilRight; at++) {
            before[at] = last[right[at]];
            last[right[at]] = at;
            count[right[at]]++;
        }
        long pairs = 0;
        for (int at = from; at < untilLeft; at++) {
            pairs += count[left[at]];
        }
        if (pairs > MOST_PAIRS) {
            return false;
        }
        new Runs((int) pairs).longest(from, untilLeft, last, before);
        return true;
    }

    /// The best run of each length so far: where it ends in the right text, and how it came there.
    private final class Runs {
        private final int[] ends = new int[Math.min(left.length, right.length)];
        private final int[] newest = new int[ends.length];
        private final int[] pairLeft;
        private final int[] pairRight;
        private final int[] pairBefore;
        private int pairs;
        private int longest;

        Runs(int most) {
            pairLeft = new int[most];
            pairRight = new int[most];
            pairBefore = new int[most];
        }

        void longest(int from, int until, int[] last, int[] before) {
            for (int at = from; at < until; at++) {
                for (int place = last[left[at]]; place != NONE; place = before[place]) {
                    take(at, place);
                }
            }
            int pair = longest == 0 ? NONE : newest[longest - 1];
            while (pair != NONE) {
                match[pairLeft[pair]] = pairRight[pair];
                pair = pairBefore[pair];
            }
        }

        private void take(int at, int place) {
            int found = Arrays.binarySearch(ends, 0, longest, place);
            if (found >= 0) {
                return;
            }
            int length = -found - 1;
            pairLeft[pairs] = at;
            pairRight[pairs] = place;
            pairBefore[pairs] = length == 0 ? NONE : newest[length - 1];
            ends[length] = place;
            newest[length] = pairs++;
            longest = Math.max(longest, length + 1);
        }
    }
}
