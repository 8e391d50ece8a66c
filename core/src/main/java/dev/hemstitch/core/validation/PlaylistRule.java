package dev.hemstitch.core.validation;

import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;

/** Rules that one playlist alone can break. */
@FunctionalInterface
interface PlaylistRule {
    void check(CheckedPlaylist playlist, Findings findings);
}
