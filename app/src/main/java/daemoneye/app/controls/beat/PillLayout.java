package daemoneye.app.controls.beat;

import java.util.List;

/// Where pills stand. Whole pixels only, so that edges stay crisp; *now* is at the right edge.
///
/// ```
///   pitch   late: half a pitch more before it
///   |--|    |---|
///   ▮  ▮  ▮     ▮  ▮  ▮| right edge
/// ```
///
/// @param pillWidth width of a pill in pixels
/// @param pillHeight height of a pill in pixels
/// @param pitch distance from one pill to the next in pixels
public record PillLayout(int pillWidth, int pillHeight, int pitch) {
    /// In rows of a table: 5×16 at 9.
    public static final PillLayout ROW = new PillLayout(5, 16, 9);

    /// On the detail page: 10×30 at 18.
    public static final PillLayout LARGE = new PillLayout(10, 30, 18);

    /// Room above and below a pill for the tick of a sequence gap, in pixels.
    static final int TICK_ROOM = 2;

    public PillLayout {
        if (pillWidth < 1 || pillHeight < 1 || pitch < pillWidth) {
            throw new IllegalArgumentException("pills must have a size and must not overlap");
        }
    }

    /// How many pills fit into `width` when none is late.
    public int capacity(double width) {
        int whole = (int) Math.floor(width);
        return whole < pillWidth ? 0 : 1 + (whole - pillWidth) / pitch;
    }

    /// The width that shows exactly `pills` pills.
    public int widthOf(int pills) {
        return pills <= 0 ? 0 : pillWidth + (pills - 1) * pitch;
    }

    /// Height of the whole bar.
    public int height() {
        return pillHeight + 2 * TICK_ROOM;
    }

    /// The extra distance before a late pill.
    public int lateGap() {
        return pitch / 2;
    }

    /// How far all older pills stand to the left of where they stood before `pill` arrived.
    public int advance(Pill pill) {
        return pitch + (pill.late() ? lateGap() : 0);
    }

    /// The left edge of `pills.get(index)` in a bar whose right edge is `right`. Negative when it
    /// does not fit. `pills` is oldest first.
    public int leftEdge(List<Pill> pills, int index, int right) {
        int x = right - pillWidth;
        for (int i = pills.size() - 1; i > index; i--) {
            x -= advance(pills.get(i));
        }
        return x;
    }

    /// The index of the oldest pill that fits whole between `left` and `right`, or the size of the
    /// list when none does.
    public int firstVisible(List<Pill> pills, int left, int right) {
        int x = right - pillWidth;
        int first = pills.size();
        for (int i = pills.size() - 1; i >= 0 && x >= left; i--) {
            first = i;
            x -= advance(pills.get(i));
        }
        return first;
    }

    /// The left edge of the oldest pill that fits whole between `left` and `right`, counting the
    /// *no data* pills that fill what is left over.
    public int firstEdge(List<Pill> pills, int left, int right) {
        int x = right - pillWidth;
        for (int i = pills.size() - 1; i >= 0; i--) {
            int next = x - advance(pills.get(i));
            if (next < left) {
                return x;
            }
            x = next;
        }
        return x - Math.max(0, x - left) / pitch * pitch;
    }

    /// The index of the pill whose column contains `x`, or -1. A column reaches half a space to
    /// either side, so the pointer does not fall between two pills.
    public int indexAt(List<Pill> pills, int right, double x) {
        double slack = (pitch - pillWidth) / 2.0;
        int edge = right - pillWidth;
        for (int i = pills.size() - 1; i >= 0 && edge >= 0; i--) {
            if (x >= edge - slack && x < edge + pillWidth + slack) {
                return i;
            }
            edge -= advance(pills.get(i));
        }
        return -1;
    }
}
