/**
 * URI references as RFC 3986 resolves them and as playlists need them: verbatim strings, resolved and made relative by
 * an explicit act, never re-encoded; and the delivery directives that they carry. Imports {@code text}. An example:
 *
 * <pre>{@code
 * UriReferences.resolve("https://cdn/a/b/v.m3u8", "../ad/1.ts"); // https://cdn/a/ad/1.ts
 * UriReferences.relativize("https://cdn/a/b/v.m3u8", "https://cdn/a/ad/1.ts"); // ../ad/1.ts
 * DeliveryDirectives.builder().part(7, 2).build().applyTo("v.m3u8?token=x"); // v.m3u8?_HLS_msn=7&_HLS_part=2&token=x
 * }</pre>
 */
@NullMarked
package dev.hemstitch.core.uri;

import org.jspecify.annotations.NullMarked;
