package daemoneye.app.controls.beat;

import daemoneye.app.controls.ControlTexts;

import javafx.scene.AccessibleAttribute;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/// The pill somebody is looking at, by pointer or by keyboard. The keyboard cursor stays with its
/// beat while newer ones push it to the left.
final class PillCursor {
    private final HeartbeatBar bar;
    private final Region ring = new Region();
    private final PillTip tip;
    private Function<Pill, String> describer = PillCursor::describe;
    private OptionalLong at = OptionalLong.empty();
    private OptionalDouble pointer = OptionalDouble.empty();

    PillCursor(HeartbeatBar bar) {
        this.bar = bar;
        tip = new PillTip(bar);
        ring.getStyleClass().add("pill-ring");
        ring.setManaged(false);
        ring.setVisible(false);
        ring.setMouseTransparent(true);
        bar.addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX()));
        bar.addEventHandler(MouseEvent.MOUSE_EXITED, _ -> leave());
        bar.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        bar.focusedProperty().subscribe(this::focusChanged);
    }

    Region ring() {
        return ring;
    }

    void setDescriber(Function<Pill, String> describer) {
        this.describer = describer;
    }

    Optional<String> spoken() {
        int index = index();
        return index < 0 ? Optional.empty() : Optional.of(describer.apply(bar.pills().get(index)));
    }

    void pillsChanged() {
        if (at.isPresent()) {
            place();
        }
        if (tip.isShowing() && pointer.isPresent()) {
            point(pointer.getAsDouble());
        } else if (tip.isShowing() && index() >= 0) {
            tip.showNow(describer.apply(bar.pills().get(index())), middle(index()));
        }
    }

    /// Puts the ring around the pill the cursor is on.
    void place() {
        int index = index();
        ring.setVisible(index >= 0 && bar.isFocused());
        if (index < 0) {
            return;
        }
        PillLayout layout = bar.pillLayout();
        int x = layout.leftEdge(bar.pills(), index, bar.rightEdge());
        ring.resizeRelocate(x - 2, bar.pillsTop(), layout.pillWidth() + 4, layout.pillHeight() + 4);
    }

    private int index() {
        if (at.isEmpty()) {
            return -1;
        }
        List<Pill> pills = bar.pills();
        int first = bar.pillLayout().firstVisible(pills, bar.leftEdge(), bar.rightEdge());
        for (int i = first; i < pills.size(); i++) {
            if (pills.get(i).id() >= at.getAsLong()) {
                return i;
            }
        }
        return pills.size() - 1;
    }

    private void leave() {
        pointer = OptionalDouble.empty();
        tip.hide();
    }

    private void point(double x) {
        pointer = OptionalDouble.of(x);
        int index = bar.pillLayout().indexAt(bar.pills(), bar.rightEdge(), x);
        if (index < 0) {
            tip.hide();
        } else {
            tip.showSoon(describer.apply(bar.pills().get(index)), middle(index));
        }
    }

    private void key(KeyEvent event) {
        int last = bar.pills().size() - 1;
        int here = index() < 0 ? last : index();
        int first = bar.pillLayout().firstVisible(bar.pills(), bar.leftEdge(), bar.rightEdge());
        switch (event.getCode()) {
            case LEFT -> moveTo(Math.max(first, here - 1));
            case RIGHT -> moveTo(Math.min(last, here + 1));
            case HOME -> moveTo(first);
            case END -> moveTo(last);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void moveTo(int index) {
        if (index < 0 || index >= bar.pills().size()) {
            return;
        }
        at = OptionalLong.of(bar.pills().get(index).id());
        place();
        tip.showNow(describer.apply(bar.pills().get(index)), middle(index));
        bar.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private double middle(int index) {
        PillLayout layout = bar.pillLayout();
        return layout.leftEdge(bar.pills(), index, bar.rightEdge()) + layout.pillWidth() / 2.0;
    }

    private void focusChanged(boolean focused) {
        if (focused && at.isEmpty() && !bar.pills().isEmpty()) {
            at = OptionalLong.of(bar.pills().getLast().id());
        }
        if (!focused) {
            at = OptionalLong.empty();
            tip.hide();
        }
        place();
    }

    private static String describe(Pill pill) {
        StringBuilder said = new StringBuilder(ControlTexts.text("pill." + pill.kind().css()));
        if (pill.late()) {
            said.append(", ").append(ControlTexts.text("pill.late"));
        }
        if (pill.sequenceGap()) {
            said.append(", ").append(ControlTexts.text("pill.gap"));
        }
        if (pill.count() > 1) {
            said.append(", ").append(ControlTexts.text("pill.bucket", pill.count()));
        }
        return said.toString();
    }
}
