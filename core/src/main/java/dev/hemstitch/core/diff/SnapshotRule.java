package dev.hemstitch.core.diff;

/** Rules about two snapshots of one Media Playlist. */
@FunctionalInterface
interface SnapshotRule {
    void check(SnapshotPair pair);
}
