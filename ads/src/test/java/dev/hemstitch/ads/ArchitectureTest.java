package dev.hemstitch.ads;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import dev.hemstitch.core.ArchitectureRules;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rooms of ads and the arrows between them. A new room or arrow is added here and in docs/architecture.md. */
class ArchitectureTest {
    private static final String ROOT = "dev.hemstitch.ads";

    /** Room → rooms of ads that it may import; what core exports is open to all. An arrow that is not listed fails. */
    private static final Map<String, Set<String>> ALLOWED_ARROWS = Map.of(
            "model", Set.of(),
            "matching", Set.of("model"),
            "stitch", Set.of("model", "matching"),
            "stitch.vod", Set.of("stitch", "model", "matching"));

    private static final JavaClasses CLASSES = ArchitectureRules.mainClasses();

    @Test
    void onlyAllowedArrows() {
        assertThat(ArchitectureRules.forbiddenArrows(CLASSES, ROOT, ALLOWED_ARROWS))
                .isEmpty();
    }

    @Test
    void noCycles() {
        ArchitectureRules.assertNoCycles(CLASSES, ROOT);
    }

    @Test
    void onlyWhatCoreExports() {
        Set<String> violations = new TreeSet<>();
        for (JavaClass type : CLASSES) {
            type.getDirectDependenciesFromSelf().stream()
                    .filter(d -> d.getTargetClass()
                            .getBaseComponentType()
                            .getPackageName()
                            .startsWith("dev.hemstitch.core.internal"))
                    .forEach(d -> violations.add(d.getDescription()));
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void noFloatingPoint() {
        assertThat(ArchitectureRules.floatingPointMembers(CLASSES)).isEmpty();
    }
}
