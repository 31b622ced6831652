package daemoneye.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

/// The compiled classes of all modules, without their tests. Read once: reading takes a second.
final class Code {
    private static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("daemoneye");

    private Code() {}

    static JavaClasses all() {
        return ALL;
    }

    /// Holds the rule against all code. It may find nothing to check only while the package that it
    /// is about has no class yet; after that an empty rule fails, for it would guard nothing.
    static void check(ArchRule rule, String about) {
        rule.allowEmptyShould(isEmpty(about)).check(ALL);
    }

    /// Is there no class yet in this package or below it?
    static boolean isEmpty(String name) {
        return ALL.stream()
                .noneMatch(
                        type ->
                                (type.getPackageName() + ".").startsWith(name + ".")
                                        && !type.getSimpleName().equals("package-info"));
    }

    /// Does the rule complain about this class?
    static boolean catches(ArchRule rule, Class<?> culprit) {
        return rule.evaluate(new ClassFileImporter().importClasses(culprit)).hasViolation();
    }
}
