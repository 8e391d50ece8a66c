package dev.hemstitch.ads.simulator;

/**
 * A segment of an ad: the truth about what its URI stands for.
 *
 * @param ad the ad's id
 * @param rendition the rendition
 * @param index its place in the ad, from 0
 * @param count how many segments the ad has in the rendition
 * @param part how many of the ad's own discontinuities came before it or stand on it
 * @param discontinuity whether one stands on it
 * @param uri its URI, absolute
 * @param rangeStart where it starts in its resource, or -1
 * @param rangeLength how long it is there, or -1
 * @param durationText its EXTINF
 * @param durationNanos how long it is
 * @param keys the keys in force, in the form of {@link Keys}
 * @param map the map in force with its range; empty if there is none
 * @param mapKeys the keys in force for the map
 */
record AdSegment(
        String ad,
        String rendition,
        int index,
        int count,
        int part,
        boolean discontinuity,
        String uri,
        long rangeStart,
        long rangeLength,
        String durationText,
        long durationNanos,
        String keys,
        String map,
        String mapKeys) {}
