package dev.hemstitch.ads.simulator;

/** What the player model checks: the rules of stitching by their number, and the words that reports use. */
public enum Rule {
    /** One EXT-X-DISCONTINUITY at each change of asset and where the origin had one, else none. */
    DISCONTINUITY_TAG(1),
    /** At most one EXT-X-DISCONTINUITY for a segment, none behind the last. */
    SINGLE_DISCONTINUITY(2),
    /** EXT-X-DISCONTINUITY-SEQUENCE rises by the removed tags, never falls, and is there. */
    DISCONTINUITY_SEQUENCE(3),
    /** The same asset has the same Discontinuity Sequence Number in all renditions. */
    SAME_NUMBERS(4),
    /** A published segment never changes; segments leave in front and come at the end. */
    PUBLISHED_UNCHANGED(5),
    /** EXT-X-MEDIA-SEQUENCE rises by the removed segments and never falls. */
    MEDIA_SEQUENCE(6),
    /** EXT-X-TARGETDURATION never changes. */
    TARGET_DURATION(8),
    /** No EXTINF is longer, rounded, than EXT-X-TARGETDURATION. */
    EXTINF_FITS(10),
    /** EXT-X-ENDLIST once, last, when the origin has it, and for ever. */
    END_LIST(11),
    /** No EXT-X-PLAYLIST-TYPE. */
    PLAYLIST_TYPE(12),
    /** EXT-X-VERSION is high enough and never falls. */
    VERSION(13),
    /** Nothing of an ad's header gets into the playlist. */
    HEADER_OF_AD(14),
    /** An ad has its own keys, or none. */
    KEYS_OF_AD(16),
    /** Content has the keys that it had, with the IVs that it had. */
    KEYS_OF_CONTENT(17),
    /** A segment has the map that it had. */
    MAP(19),
    /** A map has the keys that it had. */
    KEYS_OF_MAP(21),
    /** A segment is the bytes that it was. */
    BYTE_RANGE(22),
    /** A gap stays one, and nothing else becomes one. */
    GAP(24),
    /** Each discontinuity has a date if the origin has dates; no dates if it has none. */
    DATE_PRESENT(26),
    /** Content keeps its date; dates never go back by a second or more. */
    DATE(27),
    /** No date or date range of an ad. */
    DATES_OF_AD(29),
    /** A date range needs a date in the playlist. */
    DATE_RANGE_NEEDS_DATE(30),
    /** What a date range's ID says never changes. */
    DATE_RANGE_STABLE(31),
    /** The date ranges are those of the origin. */
    DATE_RANGE_SET(32),
    /** A date range is there as long as a listed segment falls into it. */
    DATE_RANGE_KEPT(33),
    /** EXTINF is what it was. */
    EXTINF_TEXT(35),
    /** Ads start where a break starts. */
    BREAK_START(47),
    /** An ad starts with its first segment. */
    WHOLE_AD_START(48),
    /** An ad is shown to its end, unless its break is cut. */
    CUT_AD(50),
    /** The output neither runs ahead nor falls behind nor stalls. */
    PACE(52),
    /** Time is preserved: content is lost and repeated nowhere. */
    TIME_KEPT(53),
    /** Ads are shown as decided first, in that order. */
    DECISION(55),
    /** The window stays three target durations long. */
    WINDOW(57),
    /** Parts, hints and reports are those of the output. */
    LOW_LATENCY(58),
    /** The text can be read, and its URIs lead to something. */
    TEXT(60);

    private final int number;

    Rule(int number) {
        this.number = number;
    }

    /** {@return its number in the list of stitching rules} */
    public int number() {
        return number;
    }
}
