package dev.hemstitch.core.model;

/**
 * The output protection that a variant needs (RFC 8216bis, 4.4.6.2). An open set: words that later drafts add survive.
 *
 * @param value the word as written
 */
public record HdcpLevel(String value) {
    /** None. */
    public static final HdcpLevel NONE = new HdcpLevel("NONE");

    /** HDCP Type 0. */
    public static final HdcpLevel TYPE_0 = new HdcpLevel("TYPE-0");

    /** HDCP Type 1. */
    public static final HdcpLevel TYPE_1 = new HdcpLevel("TYPE-1");

    @Override
    public String toString() {
        return value;
    }
}
