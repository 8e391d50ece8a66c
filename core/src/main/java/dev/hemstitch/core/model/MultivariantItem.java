package dev.hemstitch.core.model;

import dev.hemstitch.core.internal.bytes.ByteSpan;
import org.jspecify.annotations.Nullable;

/**
 * One or more lines of a Multivariant Playlist and what they are. A variant is two items, its tag and its URI line,
 * since other lines may stand between them.
 *
 * @param lines the lines
 * @param noun what they are, or null for lines that are kept as they stand
 * @param uriOf the variant whose URI line this is, or null
 */
record MultivariantItem(
        ByteSpan lines,
        @Nullable AttributeTag noun,
        @Nullable Variant uriOf) {
    /** Lines that are kept as they stand. */
    static MultivariantItem raw(ByteSpan lines) {
        return new MultivariantItem(lines, null, null);
    }

    boolean isRaw() {
        return noun == null && uriOf == null;
    }
}
