package daemoneye.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import daemoneye.app.controls.SharedPulse;
import daemoneye.app.guard.view.ConfirmButton;

/// Where things may move: one place knows whether people want that.
final class Motion {
    private static final DescribedPredicate<JavaClass> MOVERS =
            DescribedPredicate.describe(
                    "animations of JavaFX, apart from PauseTransition, which is a clock",
                    type ->
                            type.getPackageName().equals("javafx.animation")
                                    && !type.getSimpleName().equals("PauseTransition"));

    static final ArchRule ONE_PULSE_MOVES_ALL =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName(SharedPulse.class.getName())
                    .and()
                    .haveSimpleNameNotStartingWith("SharedPulse$")
                    // Waits for two frames to measure the start; nothing moves.
                    .and(
                            DescribedPredicate.describe(
                                    "are not FirstPaint",
                                    type ->
                                            !type.getName()
                                                    .startsWith("daemoneye.app.launch.FirstPaint")))
                    .and(
                            DescribedPredicate.describe(
                                    "are not inside of SharedPulse",
                                    type ->
                                            !type.getName()
                                                    .startsWith(SharedPulse.class.getName())))
                    .should()
                    .dependOnClassesThat(MOVERS)
                    .because("people can ask for less motion; start it with SharedPulse");

    static final ArchRule WHO_MOVES_ASKS_FIRST =
            classes()
                    .that()
                    .implement(SharedPulse.Movement.class)
                    .and()
                    // It shows how much of the time to hold is over; nothing slides.
                    .doNotHaveFullyQualifiedName(ConfirmButton.class.getName())
                    .should()
                    .callMethod(SharedPulse.class, "mayMove", javafx.scene.Node.class)
                    .because("whoever asked for less motion, or is not there, must see none");

    private Motion() {}
}
