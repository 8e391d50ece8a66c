/**
 * A playlist to bytes: lossless by copying its pieces, or canonical by rendering each line anew. Never meets the
 * parser. It imports {@code model}, {@code text} and the hot room. An example:
 *
 * <pre>{@code
 * byte[] same = PlaylistWriter.toBytes(parser.parse(bytes)); // equal to bytes
 * PlaylistWriter.canonical(playlist).toString();
 * }</pre>
 */
@NullMarked
package dev.hemstitch.core.writer;

import org.jspecify.annotations.NullMarked;
