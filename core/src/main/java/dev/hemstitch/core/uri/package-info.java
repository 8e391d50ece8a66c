/**
 * URI references as RFC 3986 resolves them and as playlists need them: verbatim strings, resolved and made relative by
 * an explicit act, never re-encoded. Imports nothing. An example:
 *
 * <pre>{@code
 * UriReferences.resolve("https://cdn/a/b/v.m3u8", "../ad/1.ts"); // https://cdn/a/ad/1.ts
 * UriReferences.relativize("https://cdn/a/b/v.m3u8", "https://cdn/a/ad/1.ts"); // ../ad/1.ts
 * }</pre>
 */
@NullMarked
package dev.hemstitch.core.uri;

import org.jspecify.annotations.NullMarked;
