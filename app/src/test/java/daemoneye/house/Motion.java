package daemoneye.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

import daemoneye.app.controls.SharedPulse;

import java.util.List;

/// Where things may move: one place knows whether people want that.
final class Motion {
    private static final DescribedPredicate<JavaClass> MOVERS =
            DescribedPredicate.describe(
                    "animations of JavaFX, apart from PauseTransition, which is a clock",
                    type ->
                            type.getPackageName().equals("javafx.animation")
                                    && !type.getSimpleName().equals("PauseTransition"));

    private static final List<String> ALLOWED =
            List.of(
                    SharedPulse.class.getName(),
                    "daemoneye.app.demo.view.PointerLayer",
                    "daemoneye.app.launch.window.FirstPaint");

    static final ArchRule ONE_PULSE_MOVES_ALL =
            noClasses()
                    .that(
                            DescribedPredicate.describe(
                                    "are not SharedPulse, the pointer of a tour, which asks by"
                                            + " itself, or FirstPaint, which counts two frames",
                                    type -> ALLOWED.stream().noneMatch(type.getName()::startsWith)))
                    .should()
                    .dependOnClassesThat(MOVERS)
                    .because("people can ask for less motion; start it with SharedPulse");

    static final ArchRule THE_POINTER_OF_A_TOUR_ASKS_FIRST =
            classes()
                    .that()
                    .haveFullyQualifiedName("daemoneye.app.demo.view.PointerLayer")
                    .should()
                    .callMethod(SharedPulse.class, "wantsMotion", javafx.scene.Node.class)
                    .because("it travels on its own, as nobody may be at the window");

    static final ArchRule WHO_MOVES_ASKS_FIRST =
            classes()
                    .that()
                    .implement(SharedPulse.Movement.class)
                    .should()
                    .callMethod(SharedPulse.class, "mayMove", javafx.scene.Node.class)
                    .because("whoever asked for less motion, or is not there, must see none");

    private Motion() {}
}
