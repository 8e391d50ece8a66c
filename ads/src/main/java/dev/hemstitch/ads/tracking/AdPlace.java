package dev.hemstitch.ads.tracking;

/**
 * Where an ad plays and how much of it.
 *
 * @param startNanos where it starts on the stitched timeline
 * @param playedNanos how much of it plays
 * @param durationNanos how long it is
 * @param contentNanos where the content was left
 * @param podSequence its place among the ads of its break, from 1
 * @param adCount how many ads its break has
 * @param assetUri the URI of its playlist
 */
record AdPlace(
        long startNanos,
        long playedNanos,
        long durationNanos,
        long contentNanos,
        int podSequence,
        int adCount,
        String assetUri) {}
