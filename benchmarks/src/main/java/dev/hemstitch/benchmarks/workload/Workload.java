package dev.hemstitch.benchmarks.workload;

import java.util.List;

/** The playlists that benchmarks name. */
public enum Workload {
    /** A live window of 10 segments. */
    LIVE_10,
    /** A live window of 10 segments with a date on each. */
    LIVE_10_DATED,
    /** A live window of 10 segments without keys, dates and date ranges. */
    LIVE_10_CLEAR,
    /** A live window of 900 segments, an hour. */
    LIVE_900,
    /** Two hours of clear content. */
    VOD_1200,
    /** A day less some hours of clear content. */
    VOD_10000,
    /** 1 MB with a date on each segment. */
    DATED_1MB,
    /** AES-128 with implied initialization vectors. */
    ENCRYPTED_1200,
    /** A date on each segment. */
    DATED_1200,
    /** Relative URIs that start with dot segments, of the key too. */
    RELATIVE_1200,
    /** Byte ranges of one file in fragmented MP4. */
    FRAGMENTED_1200,
    /** 20 variants, 14 renditions, 5 I-frame streams. */
    MULTIVARIANT;

    /** {@return whether it is a Media Playlist} */
    public boolean isMedia() {
        return this != MULTIVARIANT;
    }

    /**
     * {@return what its segments are meant to be}
     *
     * @throws IllegalStateException if it is not a Media Playlist
     */
    public PlaylistFacts facts() {
        return switch (this) {
            case LIVE_10 -> MediaWorkloads.live(10);
            case LIVE_10_DATED -> MediaWorkloads.live(10, 1);
            case LIVE_10_CLEAR -> MediaWorkloads.clearLive(10);
            case LIVE_900 -> MediaWorkloads.live(900);
            case VOD_1200 -> MediaWorkloads.vod(1_200);
            case VOD_10000 -> MediaWorkloads.vod(10_000);
            case DATED_1MB -> MediaWorkloads.datedArchive(9_200);
            case ENCRYPTED_1200 -> MediaWorkloads.encryptedVod(1_200);
            case DATED_1200 -> MediaWorkloads.datedVod(1_200);
            case RELATIVE_1200 -> MediaWorkloads.relativeVod(1_200);
            case FRAGMENTED_1200 -> MediaWorkloads.fragmentedVod(1_200);
            case MULTIVARIANT -> throw new IllegalStateException("a Multivariant Playlist has no segments");
        };
    }

    /** {@return its bytes, made anew} */
    public byte[] text() {
        return isMedia() ? facts().text() : MultivariantWorkload.text();
    }

    /** {@return the ads that fit it} */
    public List<PlaylistFacts> ads() {
        return this == FRAGMENTED_1200 ? Ads.fragmented() : Ads.transportStream();
    }
}
