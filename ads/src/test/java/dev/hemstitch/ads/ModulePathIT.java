package dev.hemstitch.ads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hemstitch.core.ModulePaths;
import org.junit.jupiter.api.Test;

/** The packed jar as a module, on top of core's and of the two libraries. */
class ModulePathIT {

    private static final Module MODULE = ModulePaths.layerOf("dev.hemstitch.ads")
            .findModule("dev.hemstitch.ads")
            .orElseThrow();

    @Test
    void exportsAllButInternalRooms() {
        assertThat(ModulePaths.exportsOf(MODULE)).isNotEmpty().isEqualTo(ModulePaths.roomsOf(MODULE));
    }

    @Test
    void seesWhatCoreExportsAndNoMore() {
        Module core = MODULE.getLayer().findModule("dev.hemstitch.core").orElseThrow();
        assertThat(MODULE.canRead(core)).isTrue();
        assertThat(core.isExported("dev.hemstitch.core.internal.bytes", MODULE)).isFalse();
    }
}
