/**
 * Carries a plan out on whole playlists: on each Media Playlist of a presentation and on its Multivariant Playlist. It
 * imports {@code stitch}, {@code model}, {@code matching} and {@code core}. An example:
 *
 * <pre>{@code
 * VodStitcher stitcher = new VodStitcher(StitchOptions.DEFAULT);
 * VodResult result = stitcher.stitch(content, breaks, OutputLocations.inPlaceOf(content));
 * byte[] first = PlaylistWriter.toBytes(result.tracks().get(0).playlist());
 * result.plan().refusedAds(); // ads that were left out, with reasons
 * }</pre>
 */
@NullMarked
package dev.hemstitch.ads.stitch.vod;

import org.jspecify.annotations.NullMarked;
