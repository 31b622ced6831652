package daemoneye.app.controls.spark;

/// Where the values of a series stand in a rectangle: the newest at the right edge, one step for
/// each place, the range from bottom to top.
///
/// @param width in pixels
/// @param height in pixels
/// @param capacity how many places the width is shared by
/// @param low the value at the bottom
/// @param high the value at the top
record SparkFrame(double width, double height, int capacity, double low, double high) {
    /// Room for the line itself at top and bottom, in pixels.
    private static final double MARGIN = 2;

    double step() {
        return (width - 2 * MARGIN) / (capacity - 1);
    }

    /// The x of place `index` in a series of `size` places.
    double x(int index, int size) {
        return width - MARGIN - (size - 1 - index) * step();
    }

    /// The y of `value`. A flat series runs through the middle.
    double y(double value) {
        double room = height - 2 * MARGIN;
        double part = high > low ? Math.clamp((value - low) / (high - low), 0, 1) : 0.5;
        return MARGIN + room * (1 - part);
    }

    /// The place nearest to `x`, or -1 when the series does not reach there.
    int indexAt(double x, int size) {
        int index = (int) Math.round(size - 1 - (width - MARGIN - x) / step());
        return size == 0 || index < 0 || x > width ? -1 : Math.min(index, size - 1);
    }
}
