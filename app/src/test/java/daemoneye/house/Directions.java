package daemoneye.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;

import java.util.List;
import java.util.stream.Stream;

/// Who may know whom, each rule with its reason and the way to mend a breach.
final class Directions {
    private static final List<String> MODULES =
            List.of("protocol", "transport", "broker", "client", "collector", "agent", "nats");

    static final ArchRule PROTOCOL_KNOWS_THE_JDK_ONLY =
            classes()
                    .that()
                    .resideInAPackage("daemoneye.rpc.protocol..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.jspecify..", "daemoneye.rpc.protocol..")
                    .because(
                            "every module shares it, so what it needs everybody gets; put what"
                                    + " needs a library into the module that uses it");

    static final ArchRule ONLY_TRANSPORT_SEES_NETTY_AND_KRYO =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("daemoneye.rpc.transport..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("io.netty..", "com.esotericsoftware..")
                    .because(
                            "the wire must be exchangeable; give transport a method that says"
                                    + " what you need in our own types");

    static final ArchRule ONLY_APP_SEES_JAVAFX =
            noClasses()
                    .that()
                    .resideInAPackage("daemoneye.rpc..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "javafx..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
                    .because("rpc runs on hosts without a screen; move it to app");

    static final ArchRule VIEW_MODELS_KNOW_NO_SCENE =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("ViewModel")
                    .should()
                    .dependOnClassesThat(
                            resideInAnyPackage("javafx..")
                                    .and(
                                            not(
                                                    resideInAnyPackage(
                                                            "javafx.beans..",
                                                            "javafx.collections..",
                                                            "javafx.event..",
                                                            "javafx.util.."))))
                    .because(
                            "a view model is tested without a window; bind to its properties in"
                                    + " the view instead");

    static final ArchRule VIEWS_KNOW_THEIR_VIEW_MODEL_ONLY =
            noClasses()
                    .that()
                    .haveSimpleNameEndingWith("View")
                    .and()
                    .resideOutsideOfPackage("daemoneye.rpc..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("daemoneye.rpc..")
                    .because(
                            "a view shows and never asks; let the view model offer what it needs"
                                    + " as a property");

    static final ArchRule ONE_WAY_TO_THE_FX_THREAD =
            noClasses()
                    .that()
                    .doNotHaveFullyQualifiedName("daemoneye.app.fx.FxThread")
                    .should()
                    .callMethod("javafx.application.Platform", "runLater", Runnable.class.getName())
                    .because(
                            "only one place can keep a flood of updates from the FX thread; use"
                                    + " daemoneye.app.fx.FxThread");

    static final ArchRule ACTIONS_BEGIN_AT_THE_GUARD =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "daemoneye.app.calls",
                            "daemoneye.app.guard",
                            "daemoneye.app.bulk",
                            "daemoneye.app.shutdown")
                    .should()
                    .callMethodWhere(
                            target(owner(name("daemoneye.app.calls.OperationsViewModel")))
                                    .and(target(name("begin"))))
                    .because(
                            "every action must be asked for with the care it takes; call"
                                    + " GuardViewModel.request");

    static final ArchRule NO_PACKAGE_CYCLES =
            slices().matching("daemoneye.(**)")
                    .should()
                    .beFreeOfCycles()
                    .because(
                            "packages in a cycle are one package; move what both need into the"
                                    + " lower one");

    private Directions() {}

    /// The rule that one module of rpc sees no other than those it builds on.
    static ArchRule seesOnly(String module, String... known) {
        List<String> allowed = Stream.concat(Stream.of(module), Stream.of(known)).toList();
        String[] others =
                Stream.concat(
                                Stream.of("daemoneye.app..", "daemoneye.rpc.cli.."),
                                MODULES.stream()
                                        .filter(other -> !allowed.contains(other))
                                        .map(other -> "daemoneye.rpc." + other + ".."))
                        .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage("daemoneye.rpc." + module + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .because(
                        "dependencies run agent, collector → client → transport → protocol and"
                                + " broker → transport; move what both sides need down to the"
                                + " lower one");
    }

    /// The rule that of the whole window only its composition root and the demo start daemons.
    static ArchRule featuresSeeTheClientOnly() {
        return noClasses()
                .that()
                .resideInAPackage("daemoneye.app..")
                .and()
                .resideOutsideOfPackages("daemoneye.app", "daemoneye.app.demo..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "daemoneye.rpc.broker..",
                        "daemoneye.rpc.agent..",
                        "daemoneye.rpc.collector..",
                        "daemoneye.rpc.nats..",
                        "daemoneye.rpc.cli..")
                .because(
                        "a feature must work the same with a broker on another host; put things"
                                + " together in package daemoneye.app");
    }
}
