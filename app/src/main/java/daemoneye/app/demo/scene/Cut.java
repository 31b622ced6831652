package daemoneye.app.demo.scene;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;

import java.util.Optional;

/// A rectangle that others cut smaller.
record Cut(double left, double top, double right, double bottom) {
    Cut(Bounds bounds) {
        this(bounds.getMinX(), bounds.getMinY(), bounds.getMaxX(), bounds.getMaxY());
    }

    Cut by(Bounds other) {
        return by(other.getMinX(), other.getMinY(), other.getMaxX(), other.getMaxY());
    }

    Cut by(double newLeft, double newTop, double newRight, double newBottom) {
        return new Cut(
                Math.max(left, newLeft),
                Math.max(top, newTop),
                Math.min(right, newRight),
                Math.min(bottom, newBottom));
    }

    /// Empty if less than two pixels are left in a direction.
    Optional<Bounds> bounds() {
        return right - left < 2 || bottom - top < 2
                ? Optional.empty()
                : Optional.of(new BoundingBox(left, top, right - left, bottom - top));
    }
}
