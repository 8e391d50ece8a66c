package dev.hemstitch.examples.kit.playback;

import dev.hemstitch.ads.matching.Container;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.model.TrackKind;
import dev.hemstitch.ads.stitch.Filler;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaPlaylistBuilder;
import dev.hemstitch.core.model.MediaSegment;
import java.util.List;
import java.util.Optional;

/**
 * Subtitles for ads that have none: a file without a cue, served by the services themselves.
 *
 * @param folder the URI of the folder that the title's playlists seem to stand in
 */
public record EmptySubtitles(String folder) implements Filler {
    /** The file. The time stamp map keeps players from guessing where it lies on the timeline. */
    public static final String TEXT = "WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n\n";

    private static final String NAME = "no-subtitles.vtt";

    @Override
    public Optional<Track> fill(Track content, Track adReference) {
        if (content.kind() != TrackKind.SUBTITLES || Container.of(content.playlist()) != Container.WEBVTT) {
            return Optional.empty();
        }
        MediaPlaylistBuilder playlist =
                MediaPlaylist.builder(adReference.playlist().targetDuration().orElse(10));
        for (MediaSegment segment : adReference.playlist().segments()) {
            playlist.addSegment(MediaSegment.builder(NAME, segment.duration()).build());
        }
        return Optional.of(new Track(
                TrackKind.SUBTITLES,
                "no subtitles",
                folder + "no-subtitles.m3u8",
                playlist.endList(true).build(),
                List.of(),
                Optional.empty(),
                Optional.empty()));
    }
}
