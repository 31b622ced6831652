package daemoneye.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.Test;

class PresenceTest {
    private static final long WHILE = Presence.PATIENCE.toNanos();

    private final Region node = new Region();
    private final Scene scene = Fx.call(() -> new Scene(node));

    @Test
    void aSceneThatNobodyAskedAboutIsAttended() {
        assertThat(Presence.attends(node)).isTrue();
        assertThat(Presence.attends(new Region())).isFalse();
    }

    @Test
    void nobodyIsThereAWhileAfterTheLastTouch() {
        var presence = new Presence();
        presence.watch(scene);
        presence.tick(5);
        presence.tick(4 + WHILE);
        assertThat(Presence.attends(node)).isTrue();

        presence.tick(5 + WHILE);
        assertThat(Presence.attends(node)).isFalse();
    }

    @Test
    void whereNobodyIsFiguresMayWaitAndWhereSomebodyIsTheyMayNot() {
        var presence = new Presence();
        presence.tick(5);
        assertThat(presence.paceNanos()).isZero();

        presence.tick(5 + WHILE);

        assertThat(presence.paceNanos()).isPositive();
    }

    @Test
    void aKeyBringsSomebodyBackAtOnce() {
        var presence = new Presence();
        presence.watch(scene);
        presence.tick(5);
        presence.tick(5 + WHILE);

        Event.fireEvent(
                node,
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.A, false, false, false, false));

        assertThat(Presence.attends(node)).isTrue();
        presence.tick(6 + WHILE);
        presence.tick(5 + 2 * WHILE);
        assertThat(Presence.attends(node)).isTrue();
    }
}
