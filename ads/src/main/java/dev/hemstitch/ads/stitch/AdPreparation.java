package dev.hemstitch.ads.stitch;

import dev.hemstitch.ads.matching.MatchResult;
import dev.hemstitch.ads.matching.RenditionMatcher;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.SkipReason;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.model.TrackKind;
import dev.hemstitch.core.model.HlsTag;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.PlaylistLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out whether an ad can be used on all tracks of the content, and what each of them gets. */
public final class AdPreparation {
    /**
     * What came of it.
     *
     * @param tracks what the content's tracks get, in their order; empty if the ad cannot be used
     * @param durationNanos how long it is on the first of them, in nanoseconds
     * @param problem why it cannot be used
     */
    public record Outcome(List<AdTrack> tracks, long durationNanos, Optional<Problem> problem) {
        /**
         * An outcome; the list is copied.
         *
         * @param tracks what the content's tracks get
         * @param durationNanos how long it is on the first of them
         * @param problem why it cannot be used
         */
        public Outcome {
            tracks = List.copyOf(tracks);
        }
    }

    /**
     * Why an ad cannot be used.
     *
     * @param track the name of the content's track that gets nothing; empty if it is the ad alone
     * @param reason why
     * @param message the same in words
     */
    public record Problem(String track, SkipReason reason, String message) {}

    /** Audio and video of an ad end within some frames of each other; more would part them in the content behind. */
    private static final long MOST_DIFFERENCE_NANOS = 1_000_000_000L;

    private final Presentation content;
    private final Presentation ad;
    private final Filler filler;
    private final List<AdTrack> tracks = new ArrayList<>();

    private AdPreparation(Presentation ad, Presentation content, Filler filler) {
        this.ad = ad;
        this.content = content;
        this.filler = filler;
    }

    /**
     * Prepares an ad.
     *
     * @param ad the ad's playlists
     * @param content the content, each track of which must get something of it; I-frame playlists may go without
     * @param filler what supplies media that the ad lacks
     * @return what the tracks get, or why the ad cannot be used
     */
    public static Outcome of(Presentation ad, Presentation content, Filler filler) {
        return new AdPreparation(ad, content, filler).prepare();
    }

    private static Outcome refused(String track, SkipReason reason, String message) {
        return new Outcome(List.of(), 0, Optional.of(new Problem(track, reason, message)));
    }

    private Outcome prepare() {
        for (Track track : ad.tracks()) {
            Optional<SkipReason> problem = AdChecks.problem(track.playlist());
            if (problem.isPresent()) {
                return refused("", problem.get(), "the ad's playlist " + track.name() + " cannot be used");
            }
        }
        RenditionMatcher matcher = new RenditionMatcher(content, ad);
        for (Track track : content.tracks()) {
            MatchResult match = track.playlist().segments().isEmpty()
                    ? new MatchResult(Optional.empty(), Optional.of(SkipReason.CONTENT_EMPTY), "no segments")
                    : matcher.match(track);
            Optional<AdTrack> matched = match.track()
                    .map(found -> new AdTrack(
                            track, found, found.playlist(), false, isIndependent(found), match.explanation()))
                    .or(() -> fill(track));
            if (matched.isPresent()) {
                tracks.add(matched.get());
            } else if (track.kind() != TrackKind.I_FRAMES || tracks.isEmpty()) {
                return refused(
                        track.name(), match.reason().orElse(SkipReason.NO_MATCHING_RENDITION), match.explanation());
            }
        }
        long discontinuities = AdChecks.discontinuities(tracks.get(0).playlist());
        long duration = tracks.get(0).playlist().durationNanos();
        for (AdTrack track : tracks) {
            long difference = track.playlist().durationNanos() - duration;
            if (track.content().kind() != TrackKind.I_FRAMES && Math.abs(difference) > MOST_DIFFERENCE_NANOS) {
                return refused(
                        track.content().name(),
                        SkipReason.AD_DURATIONS_DIFFER,
                        track.source().name() + " of the ad is " + SplicePlanner.seconds(Math.abs(difference))
                                + (difference < 0 ? " shorter" : " longer") + " than its first playlist");
            }
            if (AdChecks.discontinuities(track.playlist()) != discontinuities) {
                return refused(
                        track.content().name(),
                        SkipReason.AD_DISCONTINUITIES_DIFFER,
                        "the ad has not the same discontinuities in all its playlists");
            }
        }
        List<AdTrack> cleaned = tracks.stream().map(AdPreparation::clean).toList();
        return new Outcome(cleaned, duration, Optional.empty());
    }

    private boolean isIndependent(Track track) {
        return track.playlist().independentSegments()
                || ad.multivariant()
                        .map(playlist -> playlist.independentSegments())
                        .orElse(false);
    }

    private Optional<AdTrack> fill(Track track) {
        if (track.kind() == TrackKind.MAIN || track.kind() == TrackKind.I_FRAMES) {
            return Optional.empty();
        }
        return filler.fill(track, ad.reference())
                .filter(filled -> AdChecks.problem(filled.playlist()).isEmpty())
                .map(filled -> new AdTrack(track, filled, filled.playlist(), true, true, "filler"));
    }

    /** Only what plays may leave an ad's playlist: no dates, no cues, no comments, no parts, no discontinuity first. */
    private static AdTrack clean(AdTrack track) {
        MediaPlaylist playlist = track.playlist();
        MediaSegment first = playlist.segments().get(0);
        if (!first.isDiscontinuity() && playlist.segments().stream().allMatch(AdPreparation::isClean)) {
            return track;
        }
        List<MediaSegment> segments = new ArrayList<>();
        for (MediaSegment segment : playlist.segments()) {
            segments.add(segment.toBuilder()
                    .programDateTime(Optional.empty())
                    .discontinuity(!segments.isEmpty() && segment.isDiscontinuity())
                    .editLines(line -> "")
                    .build());
        }
        MediaPlaylist cleaned = playlist.toBuilder().segments(segments).build();
        return new AdTrack(
                track.content(), track.source(), cleaned, track.isFiller(), track.isIndependent(), track.explanation());
    }

    /** Whether there is nothing but what plays, each once. */
    private static boolean isClean(MediaSegment segment) {
        long discontinuities = segment.lines().stream()
                .filter(line -> line.is(HlsTag.DISCONTINUITY))
                .count();
        return discontinuities < 2
                && segment.lines().stream()
                        .allMatch(line -> line.kind() == PlaylistLine.Kind.URI
                                || line.kind() == PlaylistLine.Kind.BLANK
                                || plays(line));
    }

    private static boolean plays(PlaylistLine line) {
        return line.tag()
                .map(tag -> switch (tag) {
                    case INF, BYTERANGE, DISCONTINUITY, KEY, MAP, BITRATE -> true;
                    default -> false;
                })
                .orElse(false);
    }
}
