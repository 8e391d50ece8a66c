package dev.hemstitch.core.validation;

import dev.hemstitch.core.internal.check.CheckedPlaylist;
import dev.hemstitch.core.internal.check.Findings;

/** Rules about a playlist and how it came. */
@FunctionalInterface
interface ReceivedRule {
    void check(ReceivedPlaylist received, CheckedPlaylist playlist, Findings findings);
}
