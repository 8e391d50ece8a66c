package dev.hemstitch.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** The packed jar as a module. */
class ModulePathIT {

    private static final Module MODULE = ModulePaths.layerOf("dev.hemstitch.core")
            .findModule("dev.hemstitch.core")
            .orElseThrow();

    @Test
    void exportsAllButInternalRooms() {
        assertThat(ModulePaths.exportsOf(MODULE)).isNotEmpty().isEqualTo(ModulePaths.roomsOf(MODULE));
        assertThat(MODULE.isExported("dev.hemstitch.core.internal.bytes")).isFalse();
    }

    @Test
    void needsNothingAtRunTime() {
        assertThat(MODULE.getLayer().modules()).extracting(Module::getName).containsExactly("dev.hemstitch.core");
        assertThat(MODULE.getDescriptor().requires())
                .extracting(r -> r.name())
                .containsExactlyInAnyOrderElementsOf(Set.of("java.base", "org.jspecify"));
    }
}
