package daemoneye.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import daemoneye.app.config.ConfigDialogViewModel.Place;
import daemoneye.app.config.ConfigDialogViewModel.Stage;
import daemoneye.app.config.talk.Desk;
import daemoneye.app.guard.WaitingCall;
import daemoneye.app.sample.ConfigAnswers;
import daemoneye.rpc.protocol.error.ErrorCode;
import daemoneye.rpc.protocol.error.RpcError;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

/// What may go wrong around the dialog, at each of its steps: it is said, nothing typed is lost,
/// nothing is sent that nobody confirmed, and there is a way on.
class ConfigFaultsTest {
    /// Where the dialog stands when it happens.
    enum Step {
        READING,
        EDITING,
        JUDGING,
        JUDGED,
        HELD_BACK,
        SENDING,
        READING_BACK,
        PROVING,
        PUTTING_BACK,
        CHECKING,
        HISTORY,
        VERSION,
        ROLLING_BACK
    }

    private static void bring(ConfigBed bed, Step step) {
        switch (step) {
            case READING -> {}
            case EDITING -> bed.edit();
            case JUDGING -> bed.review();
            case JUDGED -> {
                bed.review();
                bed.answer(ConfigAnswers.taken(7, List.of("batch_size"), List.of()));
            }
            case HELD_BACK -> bed.confirm();
            case SENDING -> bed.send();
            case READING_BACK -> bed.taken();
            case PROVING -> bed.proving();
            case PUTTING_BACK -> {
                bed.proving();
                bed.ticker.advance(Desk.PATIENCE);
            }
            case CHECKING -> {
                bed.send();
                bed.lost();
                bed.dialog().runProperty().get().orElseThrow().check();
            }
            case HISTORY -> {
                bed.edit();
                bed.turnTo(Place.HISTORY);
            }
            case VERSION -> {
                bring(bed, Step.HISTORY);
                bed.answer(ConfigAnswers.history());
                bed.dialog().preview(5);
            }
            case ROLLING_BACK -> {
                bring(bed, Step.VERSION);
                bed.answer(ConfigAnswers.config(5, Map.of()));
            }
        }
    }

    /// What happens then.
    enum Fault {
        LINK {
            @Override
            void strike(ConfigBed bed) {
                bed.cutOff();
                bed.failAll(RpcError.unknown(ErrorCode.LINK_LOST, "The link broke."));
            }
        },
        GONE {
            @Override
            void strike(ConfigBed bed) {
                bed.vanish();
                bed.failAll(
                        RpcError.notExecuted(ErrorCode.NO_RESPONDER, "Nobody answers for one."));
            }
        },
        DENIED {
            @Override
            void strike(ConfigBed bed) {
                bed.failAll(
                        RpcError.notExecuted(
                                ErrorCode.PERMISSION_DENIED, "kim has the role viewer."));
            }
        },
        LOCKED {
            @Override
            void strike(ConfigBed bed) {
                bed.lock();
            }
        };

        abstract void strike(ConfigBed bed);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    READING      | LINK   | The link broke.                          | 0
                    READING      | GONE   | Nobody answers for one.                  | 0
                    READING      | DENIED | kim has the role viewer.                 | 0
                    EDITING      | LINK   | there is no link to the broker           | 0
                    EDITING      | GONE   | one is no longer known to the fleet      | 0
                    EDITING      | LOCKED | locked for reading                       | 0
                    JUDGING      | LINK   | there is no link to the broker           | 0
                    JUDGING      | GONE   | one is no longer known to the fleet      | 0
                    JUDGING      | DENIED | kim has the role viewer.                 | 0
                    JUDGING      | LOCKED | locked for reading                       | 0
                    JUDGED       | LINK   | there is no link to the broker           | 0
                    JUDGED       | GONE   | one is no longer known to the fleet      | 0
                    JUDGED       | LOCKED | locked for reading                       | 0
                    HELD_BACK    | LINK   | Nothing waits to be sent later           | 0
                    HELD_BACK    | GONE   | one is no longer known to the fleet      | 0
                    HELD_BACK    | LOCKED | locked for reading                       | 0
                    SENDING      | LINK   | Nobody knows whether it was applied      | 1
                    SENDING      | GONE   | Nothing was changed: Nobody answers      | 1
                    SENDING      | DENIED | Nothing was changed: kim has the role    | 1
                    READING_BACK | LINK   | nobody can see whether the collector     | 1
                    READING_BACK | GONE   | nothing was put back: one is no longer   | 1
                    READING_BACK | DENIED | kim has the role viewer.                 | 2
                    PROVING      | LINK   | nobody can see whether the collector     | 1
                    PROVING      | GONE   | nothing was put back: one is no longer   | 1
                    PROVING      | LOCKED | nothing was put back: Not sent: this     | 1
                    PUTTING_BACK | LINK   | whether the old version was put back     | 2
                    PUTTING_BACK | GONE   | Version 8 still holds                    | 2
                    PUTTING_BACK | DENIED | Version 8 still holds                    | 2
                    CHECKING     | LINK   | nobody could say: The link broke.        | 1
                    CHECKING     | GONE   | nobody could say: Nobody answers         | 1
                    CHECKING     | DENIED | nobody could say: kim has the role       | 1
                    HISTORY      | LINK   | The link broke.                          | 0
                    HISTORY      | GONE   | Nobody answers for one.                  | 0
                    HISTORY      | DENIED | kim has the role viewer.                 | 0
                    VERSION      | LINK   | The link broke.                          | 0
                    VERSION      | GONE   | Nobody answers for one.                  | 0
                    VERSION      | DENIED | kim has the role viewer.                 | 0
                    ROLLING_BACK | LINK   | there is no link to the broker           | 0
                    ROLLING_BACK | GONE   | one is no longer known to the fleet      | 0
                    ROLLING_BACK | DENIED | kim has the role viewer.                 | 0
                    ROLLING_BACK | LOCKED | locked for reading                       | 0
                    """)
    void whateverGoesWrongIsSaidAndNothingIsLost(
            Step step, Fault fault, String said, long changes) {
        var bed = new ConfigBed();
        bring(bed, step);
        fault.strike(bed);
        bed.ticker.advance(WaitingCall.GRACE);
        bed.ticker.advance(Desk.PATIENCE);

        assertThat(bed.said()).contains(said);
        assertThat(bed.changes()).as("changes sent").isEqualTo(changes);
        if (step != Step.READING) {
            closeAndComeBack(bed);
            assertThat(typed(bed, step)).as("what was typed").isEqualTo("500");
        }
        goesOn(bed, step);
    }

    private static void closeAndComeBack(ConfigBed bed) {
        boolean ended =
                bed.dialog().runProperty().get().isPresent() && !bed.dialog().isWorthKeeping();
        if (!ended) {
            bed.dialogs.close();
            bed.dialogs.open("one");
        }
    }

    private static String typed(ConfigBed bed, Step step) {
        if (step == Step.ROLLING_BACK) {
            bed.dialog().undoDrop();
        }
        return bed.typed("batch_size");
    }

    // The world is well again, and the person goes on.
    private static void goesOn(ConfigBed bed, Step step) {
        bed.comeBack();
        bed.failAll(RpcError.unknown(ErrorCode.LINK_LOST, "Too late."));
        if (bed.dialog().stageProperty().get() == Stage.RUNNING) {
            bed.dialog().goOn();
        } else {
            bed.dialog().read();
        }
        bed.answer(ConfigAnswers.config());
        bed.type("batch_size", "501");
        bed.turnTo(Place.FORM);
        int before = bed.sent();
        bed.turnTo(Place.REVIEW);

        assertThat(bed.sent()).as("a dry run after " + step).isEqualTo(before + 1);
        assertThat(bed.update(before).validateOnly()).isTrue();
        assertThat(bed.update(before).configChanges()).containsOnlyKeys("batch_size");
    }
}
