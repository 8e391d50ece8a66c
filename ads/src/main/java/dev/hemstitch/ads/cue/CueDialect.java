package dev.hemstitch.ads.cue;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A way to signal breaks, named after the tag that starts one. A closed set: a tag that no part of this room reads has no
 * meaning here.
 */
public enum CueDialect {
    /** EXT-X-CUE-OUT, EXT-X-CUE-OUT-CONT and EXT-X-CUE-IN. */
    CUE_OUT("EXT-X-CUE-OUT"),
    /** EXT-OATCLS-SCTE35: a splice_info_section in base64. */
    OATCLS("EXT-OATCLS-SCTE35"),
    /** EXT-X-SCTE35: a section and attributes that say what it means. */
    SCTE35("EXT-X-SCTE35"),
    /** EXT-SCTE35: a section in an attribute list, without words about it. */
    SCTE35_BARE("EXT-SCTE35"),
    /** EXT-X-SPLICEPOINT-SCTE35: a section in base64. */
    SPLICEPOINT("EXT-X-SPLICEPOINT-SCTE35"),
    /** EXT-X-CUE: Adobe's, with a type, and EXT-X-CUE-CONT. */
    ADOBE_CUE("EXT-X-CUE"),
    /** EXT-X-ASSET: variables of a break that other tags signal. */
    ASSET("EXT-X-ASSET"),
    /** EXT-X-PLACEMENT-OPPORTUNITY: a place for ads, of no length. */
    PLACEMENT_OPPORTUNITY("EXT-X-PLACEMENT-OPPORTUNITY"),
    /** EXT-X-DATERANGE with SCTE35-OUT, SCTE35-IN or SCTE35-CMD (RFC 8216bis, 4.4.5.1.1). */
    DATERANGE("EXT-X-DATERANGE");

    private final String tagName;

    CueDialect(String tagName) {
        this.tagName = tagName;
    }

    /** {@return the name of its tag without {@code #}, such as {@code EXT-X-CUE-OUT}} */
    public String tagName() {
        return tagName;
    }

    /**
     * Looks a dialect up.
     *
     * @param tagName the name of its tag without {@code #}
     * @return the dialect, or empty if no dialect has that name
     */
    public static Optional<CueDialect> of(String tagName) {
        return Stream.of(values())
                .filter(dialect -> dialect.tagName.equals(tagName))
                .findFirst();
    }

    /** Whether its tag alone can tell of a break. */
    boolean signalsBreaks() {
        return this != ASSET;
    }

    /** Whether its tag is nothing but a section, which encoders may put a segment away from the splice. */
    boolean isSectionOnly() {
        return this == OATCLS || this == SCTE35_BARE;
    }

    /** {@return the name of its tag} */
    @Override
    public String toString() {
        return tagName;
    }
}
