package dev.hemstitch.examples.cli;

import dev.hemstitch.ads.matching.Container;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.model.TrackKind;
import dev.hemstitch.ads.stitch.AdTrack;
import dev.hemstitch.ads.stitch.Filler;
import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaPlaylistBuilder;
import dev.hemstitch.core.model.MediaSegment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Filler for ads without subtitles: WebVTT without cues, one file beside the output for all of them. */
final class EmptySubtitles implements Filler {
    private static final String NAME = "no-subtitles.vtt";

    private final Path folder;

    EmptySubtitles(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Track> fill(Track content, Track adReference) {
        if (content.kind() != TrackKind.SUBTITLES || Container.of(content.playlist()) != Container.WEBVTT) {
            return Optional.empty();
        }
        MediaPlaylistBuilder playlist =
                MediaPlaylist.builder(adReference.playlist().targetDuration().orElse(10));
        for (MediaSegment segment : adReference.playlist().segments()) {
            playlist.addSegment(MediaSegment.builder(NAME, segment.duration())
                    .discontinuity(segment.isDiscontinuity())
                    .build());
        }
        String uri = LocalUris.of(folder.resolve("filler.m3u8"));
        return Optional.of(new Track(
                TrackKind.SUBTITLES,
                "no subtitles",
                uri,
                playlist.endList(true).build(),
                List.of(),
                Optional.empty(),
                Optional.empty()));
    }

    /**
     * Writes the file if a plan needs it. The time stamp map keeps players from guessing where it lies on the timeline.
     */
    void write(SplicePlan plan) throws IOException {
        boolean needed = plan.points().stream()
                .flatMap(point -> point.ads().stream())
                .flatMap(ad -> ad.tracks().stream())
                .anyMatch(AdTrack::isFiller);
        if (needed) {
            String text = "WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00:00.000,MPEGTS:0\n\n";
            Files.write(folder.resolve(NAME), text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
