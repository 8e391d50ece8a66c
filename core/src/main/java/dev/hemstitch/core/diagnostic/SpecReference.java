package dev.hemstitch.core.diagnostic;

/**
 * A section of draft-pantos-hls-rfc8216bis-22, or of this library's own limits.
 *
 * @param section the number of the section, such as {@code 4.4.4.1}, or {@code limits}
 */
public record SpecReference(String section) {
    @Override
    public String toString() {
        return section;
    }
}
