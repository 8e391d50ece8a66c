package dev.hemstitch.core;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The rules that core and ads share. Each method returns what breaks its rule, one line each; empty when all is well, also
 * when there is no class yet.
 */
public final class ArchitectureRules {
    private static final Set<String> REGEX_METHODS = Set.of("matches", "replaceAll", "replaceFirst", "split");
    private static final Set<String> FLOATING = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private ArchitectureRules() {}

    /** The main classes of the module that is being tested. */
    public static JavaClasses mainClasses() {
        return new ClassFileImporter().importPath("target/classes");
    }

    /**
     * Arrows between the packages under {@code root} that {@code allowed} does not list, and packages that are no key of it.
     * Packages are named relative to {@code root}.
     */
    public static Collection<String> forbiddenArrows(
            JavaClasses classes, String root, Map<String, Set<String>> allowed) {
        Set<String> violations = new TreeSet<>();
        for (JavaClass from : classes) {
            String room = room(from, root);
            Set<String> targets = allowed.get(room);
            if (targets == null) {
                violations.add("package " + from.getPackageName() + " is not in the table of allowed arrows");
                continue;
            }
            from.getDirectDependenciesFromSelf().stream()
                    .filter(d -> isUnder(d.getTargetClass().getBaseComponentType(), root))
                    .filter(d -> {
                        String target = room(d.getTargetClass().getBaseComponentType(), root);
                        return !target.equals(room) && !targets.contains(target);
                    })
                    .forEach(d -> violations.add(d.getDescription()));
        }
        return violations;
    }

    /** Fails when packages under {@code root}, at any depth, form a cycle. */
    public static void assertNoCycles(JavaClasses classes, String root) {
        SlicesRuleDefinition.slices()
                .matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(classes);
    }

    /** Uses of {@code java.util.regex}, open or hidden in a method of {@code String}. */
    public static Collection<String> regexUses(JavaClasses classes) {
        Set<String> violations = new TreeSet<>();
        for (JavaClass type : classes) {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(d -> d.getTargetClass()
                            .getBaseComponentType()
                            .getPackageName()
                            .equals("java.util.regex"))
                    .forEach(d -> violations.add(d.getDescription()));
            for (JavaAccess<?> access : type.getAccessesFromSelf()) {
                if (access.getTarget() instanceof CodeUnitAccessTarget target
                        && target.getOwner().isEquivalentTo(String.class)
                        && REGEX_METHODS.contains(target.getName())) {
                    violations.add(access.getDescription());
                }
            }
        }
        return violations;
    }

    /** Fields, parameters and results of a floating point type: durations and rates are exact here. */
    public static Collection<String> floatingPointMembers(JavaClasses classes) {
        Predicate<JavaClass> floating =
                t -> FLOATING.contains(t.getBaseComponentType().getName());
        List<String> violations = new ArrayList<>(fieldsOf(classes, floating));
        for (JavaClass type : classes) {
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                if (mentions(unit, floating)) {
                    violations.add(unit.getDescription());
                }
            }
        }
        return violations;
    }

    /** Fields with a type that {@code test} accepts. */
    public static Collection<String> fieldsOf(JavaClasses classes, Predicate<JavaClass> test) {
        Set<String> violations = new TreeSet<>();
        for (JavaClass type : classes) {
            for (JavaField field : type.getFields()) {
                if (anyInvolved(field.getType(), test)) {
                    violations.add(field.getDescription());
                }
            }
        }
        return violations;
    }

    /** Whether a parameter or the result of {@code unit} has a type that {@code test} accepts; what javac made is left out. */
    public static boolean mentions(JavaCodeUnit unit, Predicate<JavaClass> test) {
        return !unit.getModifiers().contains(JavaModifier.SYNTHETIC)
                && (anyInvolved(unit.getReturnType(), test)
                        || unit.getParameterTypes().stream().anyMatch(t -> anyInvolved(t, test)));
    }

    /** Also looks into type arguments: {@code List<Double>}. */
    private static boolean anyInvolved(JavaType type, Predicate<JavaClass> test) {
        return test.test(type.toErasure())
                || type.getAllInvolvedRawTypes().stream().anyMatch(test);
    }

    private static boolean isUnder(JavaClass type, String root) {
        return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
    }

    private static String room(JavaClass type, String root) {
        return type.getPackageName().equals(root) ? "" : type.getPackageName().substring(root.length() + 1);
    }
}
