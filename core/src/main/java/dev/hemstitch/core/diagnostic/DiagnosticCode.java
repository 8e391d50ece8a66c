package dev.hemstitch.core.diagnostic;

/**
 * The stable code of a problem. A name is never given to another problem later; {@code docs/diagnostics.md} has an
 * entry for each.
 */
public enum DiagnosticCode {
    /** The text has no EXTM3U and no other tag: it is no playlist. */
    NOT_A_PLAYLIST(Severity.ERROR, "4.4.1.1"),
    /** The first line is not EXTM3U, or blank lines stand before it. */
    MISSING_EXTM3U(Severity.ERROR, "4.4.1.1"),
    /** A byte order mark stands before the first line. */
    BYTE_ORDER_MARK(Severity.WARNING, "4.1"),
    /** Bytes that are not UTF-8. */
    MALFORMED_UTF8(Severity.ERROR, "4.1"),
    /** A control character other than CR and LF. */
    CONTROL_CHARACTER(Severity.WARNING, "4.1"),
    /** White space where none may stand. */
    UNEXPECTED_WHITESPACE(Severity.WARNING, "4.1"),
    /** Tags of a Media Playlist and of a Multivariant Playlist in one text. */
    MIXED_PLAYLIST_KINDS(Severity.ERROR, "4.1"),
    /** A tag that may stand once stands again. */
    DUPLICATE_TAG(Severity.ERROR, "4.4"),
    /** A tag whose value cannot be read. */
    MALFORMED_TAG(Severity.ERROR, "4.4"),
    /** A decimal number or integer that is none. */
    MALFORMED_NUMBER(Severity.ERROR, "4.2"),
    /** A date that is none. */
    MALFORMED_DATE(Severity.ERROR, "4.4.4.6"),
    /** A byte range that is none. */
    MALFORMED_BYTE_RANGE(Severity.ERROR, "4.4.4.2"),
    /** A byte range without offset that follows no range of the same resource. */
    UNRESOLVED_BYTE_RANGE(Severity.ERROR, "4.4.4.2"),
    /** An attribute list that is none. */
    MALFORMED_ATTRIBUTE_LIST(Severity.ERROR, "4.2"),
    /** An attribute name twice in one tag. */
    DUPLICATE_ATTRIBUTE(Severity.ERROR, "4.2"),
    /** A required attribute is missing, so the tag means nothing. */
    MISSING_ATTRIBUTE(Severity.ERROR, "4.4"),
    /** A segment without EXTINF. */
    MISSING_EXTINF(Severity.ERROR, "4.4.4.1"),
    /** EXTINF without its comma. */
    MISSING_EXTINF_COMMA(Severity.WARNING, "4.4.4.1"),
    /** A Media Playlist without EXT-X-TARGETDURATION. */
    MISSING_TARGET_DURATION(Severity.ERROR, "4.4.3.1"),
    /** EXT-X-STREAM-INF without the URI line behind it. */
    MISSING_VARIANT_URI(Severity.ERROR, "4.4.6.2"),
    /** A URI line in a Multivariant Playlist without EXT-X-STREAM-INF before it. */
    STRAY_URI(Severity.ERROR, "4.4.6.2"),
    /** Segment tags behind the last URI line, which apply to nothing. */
    DANGLING_SEGMENT_TAG(Severity.WARNING, "4.4.4"),
    /** A playlist tag that must stand before the first segment stands behind it. */
    MISPLACED_TAG(Severity.ERROR, "4.4.3"),
    /** A variable is used that no EXT-X-DEFINE before it defines. */
    UNDEFINED_VARIABLE(Severity.ERROR, "4.3"),
    /** EXT-X-DEFINE cannot be carried out: no or two kinds of definition, or nothing to take the value from. */
    UNRESOLVED_DEFINITION(Severity.ERROR, "4.4.2.3"),
    /** The text is longer than {@code ParseLimits.maxBytes}. */
    LIMIT_BYTES(Severity.ERROR, "limits"),
    /** A line is longer than {@code ParseLimits.maxLineBytes}. */
    LIMIT_LINE_BYTES(Severity.ERROR, "limits"),
    /** There are more lines than {@code ParseLimits.maxLines}. */
    LIMIT_LINES(Severity.ERROR, "limits"),
    /** There are more segments than {@code ParseLimits.maxSegments}. */
    LIMIT_SEGMENTS(Severity.ERROR, "limits"),
    /** A tag has more attributes than {@code ParseLimits.maxAttributes}. */
    LIMIT_ATTRIBUTES(Severity.ERROR, "limits");

    private final Severity severity;
    private final SpecReference section;

    DiagnosticCode(Severity severity, String section) {
        this.severity = severity;
        this.section = new SpecReference(section);
    }

    /** {@return how bad problems of this code are} */
    public Severity severity() {
        return severity;
    }

    /** {@return the section of the specification that is concerned} */
    public SpecReference section() {
        return section;
    }
}
