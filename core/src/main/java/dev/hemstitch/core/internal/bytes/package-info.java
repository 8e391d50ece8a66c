/**
 * The hot room: the only place that indexes byte arrays. Lines, tag names, attribute lists and decimal numbers are
 * found here as offsets, without an object for any of them. Everything else holds {@link ByteSpan}s.
 *
 * <p>Not exported. It knows nothing of playlists and imports no other room. Each file's comment says what is ugly in
 * it, why, and which benchmark pays for it.
 */
@NullMarked
package dev.hemstitch.core.internal.bytes;

import org.jspecify.annotations.NullMarked;
