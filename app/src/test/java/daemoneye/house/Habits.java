package daemoneye.house;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.jspecify.annotations.NullMarked;

import java.time.Instant;
import java.util.function.Predicate;

/// How code is written here, where a machine can see it.
final class Habits {
    static final ArchRule ONE_CLASS_READS_THE_CLOCK =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("daemoneye.rpc.protocol.time.SystemTicker")
                    .should()
                    .callMethodWhere(
                            call(System.class, "nanoTime")
                                    .or(call(System.class, "currentTimeMillis"))
                                    .or(call(Instant.class, "now"))
                                    .or(call(Thread.class, "sleep"))
                                    .as("read the clock or sleep"))
                    .because(
                            "tests move the time themselves; take a Ticker through the"
                                    + " constructor");

    static final ArchRule NAMES_SAY_THE_ROLE =
            noClasses()
                    .should()
                    .haveSimpleNameEndingWith("Manager")
                    .orShould()
                    .haveSimpleNameEndingWith("Helper")
                    .orShould()
                    .haveSimpleNameEndingWith("Util")
                    .orShould()
                    .haveSimpleNameEndingWith("Utils")
                    .orShould()
                    .haveSimpleNameEndingWith("Impl")
                    .orShould()
                    .haveSimpleNameStartingWith("Base")
                    .orShould()
                    .haveSimpleNameEndingWith("Processor")
                    .because("such a name hides what a class is for; name its role");

    static final ArchRule ONLY_THE_COMMAND_LINE_PRINTS =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "daemoneye.rpc.cli..", "daemoneye.app", "daemoneye.rpc.collector.log")
                    .and()
                    // The main of a child process: one sentence when it cannot start.
                    .doNotHaveFullyQualifiedName("daemoneye.rpc.collector.CollectorMain")
                    .should()
                    .accessField(System.class, "out")
                    .orShould()
                    .accessField(System.class, "err")
                    .because("a daemon has no screen; log with SLF4J");

    static final ArchRule NOTHING_IS_NULL =
            classes()
                    .should(beInANullMarkedPackage())
                    .because(
                            "NullAway checks marked packages only; give the package a"
                                    + " package-info.java with @NullMarked");

    private Habits() {}

    private static ArchCondition<JavaClass> beInANullMarkedPackage() {
        return new ArchCondition<>("be in a package with @NullMarked") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    events.add(SimpleConditionEvent.violated(type, type.getName() + " is not"));
                }
            }
        };
    }

    private static DescribedPredicate<JavaCall<?>> call(Class<?> type, String method) {
        return target(owner(DescribedPredicate.describe(type.getName(), is(type))))
                .and(target(name(method)));
    }

    private static Predicate<JavaClass> is(Class<?> type) {
        return candidate -> candidate.isEquivalentTo(type);
    }
}
