package dev.hemstitch.core.uri;

/** Why a server refuses the directives of a request with Bad Request, such as HTTP 400. */
public enum DirectiveProblem {
    /** {@code _HLS_part} without {@code _HLS_msn} (RFC 8216bis, 6.2.5.2). */
    PART_WITHOUT_MSN,
    /** {@code _HLS_msn} is no unsigned 64-bit integer. */
    MALFORMED_MSN,
    /** {@code _HLS_part} is no unsigned 64-bit integer. */
    MALFORMED_PART
}
