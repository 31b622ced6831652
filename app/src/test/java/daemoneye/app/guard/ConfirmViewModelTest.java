package daemoneye.app.guard;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.calls.CollectorAction;
import daemoneye.rpc.protocol.time.FakeTicker;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

class ConfirmViewModelTest {
    private static final Ask.Stakes STAKES =
            new Ask.Stakes(
                    Intent.on(CollectorAction.STOP, "procmond"), "procmond ends.", List.of());

    private final FakeTicker ticker = new FakeTicker();
    private int confirmed;

    @Test
    void theButtonIsDeadForSevenTenthsOfASecond() {
        var model = asked(new Ask.Confirm(STAKES));
        ticker.advance(Duration.ofMillis(699));
        model.confirm();
        assertThat(model.readyProperty().get()).isFalse();
        assertThat(model.share()).isBetween(0.99, 1.0);
        assertThat(confirmed).isZero();

        ticker.advance(Duration.ofMillis(1));
        model.confirm();
        model.confirm();
        assertThat(confirmed).isEqualTo(1);
    }

    @Test
    void theWordsMustBeExact() {
        var model = asked(new Ask.Count(STAKES));
        ticker.advance(ConfirmViewModel.DEAD);
        for (var wrong : List.of("", "2", "one", "11", "\u0661")) {
            model.typedProperty().set(wrong);
            model.confirm();
        }
        assertThat(confirmed).isZero();
        assertThat(model.missingProperty().get()).isEqualTo("Type 1 to go on");

        model.typedProperty().set(" 1 ");
        model.confirm();
        assertThat(confirmed).isEqualTo(1);
    }

    @Test
    void aDangerousOneIsConfirmedByHoldingOnly() {
        var model = asked(new Ask.Hold(STAKES, "procmond"));
        ticker.advance(ConfirmViewModel.DEAD);
        model.typedProperty().set("procmond");
        assertThat(model.missingProperty().get()).isEqualTo("A reason is needed");
        model.reasonProperty().set("  ");
        assertThat(model.readyProperty().get()).isFalse();
        model.reasonProperty().set("hangs");

        model.confirm();
        model.press();
        ticker.advance(Duration.ofMillis(1499));
        model.release();
        ticker.advance(Duration.ofSeconds(3));
        assertThat(confirmed).isZero();

        model.press();
        ticker.advance(Duration.ofMillis(1500));
        assertThat(confirmed).isEqualTo(1);
        assertThat(model.reason()).contains("hangs");
    }

    @Test
    void changingTheWordsWhileHoldingLetsGo() {
        var model = asked(new Ask.Hold(STAKES, "procmond"));
        ticker.advance(ConfirmViewModel.DEAD);
        model.typedProperty().set("procmond");
        model.reasonProperty().set("hangs");
        model.press();
        model.typedProperty().set("procmon");
        ticker.advance(Duration.ofSeconds(3));

        assertThat(model.holdingProperty().get()).isFalse();
        assertThat(confirmed).isZero();
    }

    @Test
    void aLostLinkStopsItAndKeepsWhatWasTyped() {
        var model = asked(new Ask.Count(STAKES));
        model.typedProperty().set("1");
        model.reasonProperty().set("update");
        ticker.advance(ConfirmViewModel.DEAD);
        model.revise(new Ask.Refused("no link"));
        model.confirm();
        assertThat(confirmed).isZero();
        assertThat(model.troubleProperty().get()).isEqualTo("no link");

        model.revise(new Ask.Count(STAKES));
        assertThat(model.typedProperty().get()).isEqualTo("1");
        assertThat(model.reasonProperty().get()).isEqualTo("update");
        model.confirm();
        assertThat(confirmed).isEqualTo(1);
    }

    @Test
    void aQuestionThatAsksForMoreIsDeadAgain() {
        var model = asked(new Ask.Confirm(STAKES));
        ticker.advance(ConfirmViewModel.DEAD);
        assertThat(model.readyProperty().get()).isTrue();

        model.revise(new Ask.Count(STAKES));
        model.typedProperty().set("1");
        assertThat(model.armedProperty().get()).isFalse();
        ticker.advance(ConfirmViewModel.DEAD);
        assertThat(model.readyProperty().get()).isTrue();
    }

    private ConfirmViewModel asked(Ask.Question question) {
        return new ConfirmViewModel(question, ticker, Runnable::run, _ -> confirmed++);
    }
}
