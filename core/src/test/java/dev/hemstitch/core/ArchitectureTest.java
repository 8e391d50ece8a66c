package dev.hemstitch.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rooms of core and the arrows between them. A new room or arrow is added here and in docs/architecture.md. */
class ArchitectureTest {
    private static final String ROOT = "dev.hemstitch.core";

    /** Room → rooms that it may import. An arrow that is not listed fails. */
    private static final Map<String, Set<String>> ALLOWED_ARROWS = Map.ofEntries(
            Map.entry("internal.bytes", Set.of()),
            Map.entry("text", Set.of("internal.bytes")),
            Map.entry("diagnostic", Set.of("text")),
            Map.entry("uri", Set.of("text", "diagnostic")),
            Map.entry("model", Set.of("text", "uri", "diagnostic", "internal.bytes")),
            Map.entry("internal.check", Set.of("model", "text", "diagnostic")),
            Map.entry("validation", Set.of("model", "text", "uri", "diagnostic", "internal.check")),
            Map.entry("diff", Set.of("model", "text", "uri", "diagnostic", "internal.check", "validation")),
            Map.entry("parser", Set.of("model", "text", "uri", "diagnostic", "internal.bytes")),
            Map.entry("writer", Set.of("model", "text", "diagnostic", "internal.bytes")));

    /** The one room that indexes byte arrays. */
    private static final String HOT_ROOM = ROOT + ".internal.bytes";

    /** Doors through which byte arrays come in and go out: class (below the root) and method, {@code *} for any. */
    private static final List<Door> BYTE_ARRAY_DOORS = List.of(
            new Door("parser.PlaylistParser", "*"),
            new Door("parser.ParseResult", "*"),
            new Door("writer.PlaylistWriter", "*"),
            new Door("text.SourceText", "of"),
            new Door("text.SourceText", "toByteArray"));

    private static final JavaClasses CLASSES = ArchitectureRules.mainClasses();

    private record Door(String type, String method) {
        boolean admits(JavaCodeUnit unit) {
            return unit.getOwner().getName().equals(ROOT + "." + type)
                    && (method.equals("*") || method.equals(unit.getName()));
        }
    }

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
    void byteArraysAreHeldInHotRoomOnly() {
        assertThat(ArchitectureRules.fieldsOf(outsideHotRoom(), ArchitectureTest::isByteArray))
                .isEmpty();
    }

    @Test
    void byteArraysPassThroughDoorsOnly() {
        Set<String> violations = new TreeSet<>();
        for (JavaClass type : outsideHotRoom()) {
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                if (ArchitectureRules.mentions(unit, ArchitectureTest::isByteArray)
                        && BYTE_ARRAY_DOORS.stream().noneMatch(d -> d.admits(unit))) {
                    violations.add(unit.getDescription());
                }
            }
        }
        assertThat(violations).isEmpty();
    }

    @Test
    void noRegularExpressions() {
        assertThat(ArchitectureRules.regexUses(CLASSES)).isEmpty();
    }

    @Test
    void noFloatingPoint() {
        assertThat(ArchitectureRules.floatingPointMembers(CLASSES)).isEmpty();
    }

    private static boolean isByteArray(JavaClass type) {
        return type.isArray() && type.getBaseComponentType().isEquivalentTo(byte.class);
    }

    private static JavaClasses outsideHotRoom() {
        return CLASSES.that(new DescribedPredicate<JavaClass>("outside the hot room") {
            @Override
            public boolean test(JavaClass type) {
                return !type.getPackageName().equals(HOT_ROOM);
            }
        });
    }
}
