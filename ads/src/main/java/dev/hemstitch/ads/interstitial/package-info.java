/**
 * The same breaks as HLS Interstitials (RFC 8216bis, appendix D): the content's playlists stay as they are but for one
 * EXT-X-DATERANGE for each break, and the player fetches the ads. Nothing here matches renditions: an ad that can be read
 * suffices. Nothing is served either: where a pod's asset list is found, the embedder says. It imports {@code model}, {@code
 * vast}, {@code stitch}, {@code stitch.vod} and {@code tracking}. An example:
 *
 * <pre>{@code
 * InterstitialScheduler scheduler = new InterstitialScheduler(InterstitialOptions.DEFAULT);
 * InterstitialResult result = scheduler.schedule(
 *         content, breaks, OutputLocations.inPlaceOf(content), id -> "https://ads.example.com/assets-" + id + ".json");
 * result.presentation().tracks().forEach(track -> publish(track.uri(), track.playlist()));
 * for (Interstitial interstitial : result.interstitials()) {
 *     if (interstitial.listUri().isPresent()) {
 *         interstitial.assetList().write(open(interstitial.listUri().get()));
 *     }
 * }
 * }</pre>
 */
@NullMarked
package dev.hemstitch.ads.interstitial;

import org.jspecify.annotations.NullMarked;
