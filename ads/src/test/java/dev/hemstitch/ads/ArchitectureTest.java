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
    private static final Map<String, Set<String>> ALLOWED_ARROWS = Map.ofEntries(
            Map.entry("internal.dates", Set.of()),
            Map.entry("internal.xml", Set.of()),
            Map.entry("scte35", Set.of()),
            Map.entry("vast", Set.of("internal.xml")),
            Map.entry("model", Set.of("vast")),
            Map.entry("vmap", Set.of("internal.xml", "vast", "model")),
            Map.entry("cue", Set.of("scte35", "model")),
            Map.entry("matching", Set.of("model")),
            Map.entry("stitch", Set.of("internal.dates", "model", "matching")),
            Map.entry("stitch.vod", Set.of("internal.dates", "stitch", "model", "matching")),
            Map.entry("stitch.live", Set.of("stitch", "model", "cue", "tracking")),
            Map.entry("decision", Set.of("model", "vast", "vmap", "cue")),
            Map.entry("tracking", Set.of("model", "vast", "stitch")),
            Map.entry("interstitial", Set.of("model", "vast", "stitch", "stitch.vod", "tracking")));

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
