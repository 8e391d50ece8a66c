/**
 * The trade's nouns: presentations and their tracks, ads, ad breaks and where they go, and why something was left out.
 * Nothing here reads a file or a socket: playlists come through {@link PlaylistSource}, which the embedder implements.
 * It imports {@code vast}, and {@code core}. An example:
 *
 * <pre>{@code
 * Presentation content = Presentation.load("https://cdn/film/multivariant.m3u8", source);
 * AdBreak middle = new AdBreak(BreakPosition.ofSeconds(new BigDecimal("600")), List.of(Ad.load("spot", uri, source)));
 * }</pre>
 */
@NullMarked
package dev.hemstitch.ads.model;

import org.jspecify.annotations.NullMarked;
