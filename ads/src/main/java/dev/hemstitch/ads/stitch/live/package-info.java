/**
 * Carries breaks out on live playlists, refresh by refresh: a small state and a snapshot of one rendition go in, a stitched
 * snapshot and the next state come out, and nothing else is remembered, so that any replica can answer any request. It
 * imports {@code stitch}, {@code model}, {@code cue}, {@code tracking} and {@code core}. An example:
 *
 * <pre>{@code
 * LiveStitcher stitcher = new LiveStitcher(LiveOptions.DEFAULT);
 * LiveState state = stored.map(LiveState::fromJson).orElse(LiveState.NEW);
 * LiveResult result = stitcher.stitch(state, new LiveRendition("v1", originUri, outputUri), snapshot, decisions);
 * store(result.state().toJson());
 * byte[] body = PlaylistWriter.toBytes(result.playlist());
 * }</pre>
 */
@NullMarked
package dev.hemstitch.ads.stitch.live;

import org.jspecify.annotations.NullMarked;
