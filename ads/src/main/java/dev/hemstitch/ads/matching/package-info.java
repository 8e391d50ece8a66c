/**
 * Which rendition of an ad serves which rendition of the content, and why. Container and codec family are hard gates;
 * what passes is ranked. Never looks at the order of the ad's renditions. It imports {@code model} and {@code core}. An
 * example:
 *
 * <pre>{@code
 * MatchResult match = new RenditionMatcher(content, ad).match(contentTrack);
 * match.track().map(Track::name); // "v180/media.m3u8"
 * match.explanation(); // "MPEG_TS, avc aac; SDR as SDR, 320x180 as 320x180, bandwidth 110021 as 142012"
 * }</pre>
 */
@NullMarked
package dev.hemstitch.ads.matching;

import org.jspecify.annotations.NullMarked;
