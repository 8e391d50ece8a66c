package dev.hemstitch.ads.stitch;

import dev.hemstitch.ads.matching.MatchResult;
import dev.hemstitch.ads.matching.RenditionMatcher;
import dev.hemstitch.ads.model.Ad;
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
final class AdPreparation {
    /**
     * What came of it: one of the two is there.
     *
     * @param ad the ad, if it can be used
     * @param refused why it cannot
     */
    record Outcome(Optional<PreparedAd> ad, Optional<RefusedAd> refused) {}

    /** Audio and video of an ad end within some frames of each other; more would part them in the content behind. */
    private static final long MOST_DIFFERENCE_NANOS = 1_000_000_000L;

    private final Ad ad;
    private final Presentation content;
    private final Presentation presentation;
    private final Filler filler;
    private final List<AdTrack> tracks = new ArrayList<>();

    private AdPreparation(Ad ad, Presentation content, Presentation presentation, Filler filler) {
        this.ad = ad;
        this.content = content;
        this.presentation = presentation;
        this.filler = filler;
    }

    static Outcome of(Ad ad, Presentation content, Filler filler) {
        if (ad.presentation().isEmpty()) {
            return refused(ad, "", ad.problem().orElse(SkipReason.AD_UNAVAILABLE), ad.message());
        }
        return new AdPreparation(ad, content, ad.presentation().get(), filler).prepare();
    }

    private static Outcome refused(Ad ad, String track, SkipReason reason, String message) {
        return new Outcome(Optional.empty(), Optional.of(new RefusedAd(ad.id(), track, reason, message)));
    }

    private Outcome prepare() {
        for (Track track : presentation.tracks()) {
            Optional<SkipReason> problem = AdChecks.problem(track.playlist());
            if (problem.isPresent()) {
                return refused(ad, "", problem.get(), "the ad's playlist " + track.name() + " cannot be used");
            }
        }
        RenditionMatcher matcher = new RenditionMatcher(content, presentation);
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
                        ad, track.name(), match.reason().orElse(SkipReason.NO_MATCHING_RENDITION), match.explanation());
            }
        }
        long discontinuities = AdChecks.discontinuities(tracks.get(0).playlist());
        long duration = tracks.get(0).playlist().durationNanos();
        for (AdTrack track : tracks) {
            long difference = track.playlist().durationNanos() - duration;
            if (track.content().kind() != TrackKind.I_FRAMES && Math.abs(difference) > MOST_DIFFERENCE_NANOS) {
                return refused(
                        ad,
                        track.content().name(),
                        SkipReason.AD_DURATIONS_DIFFER,
                        track.source().name() + " of the ad is " + SplicePlanner.seconds(Math.abs(difference))
                                + (difference < 0 ? " shorter" : " longer") + " than its first playlist");
            }
            if (AdChecks.discontinuities(track.playlist()) != discontinuities) {
                return refused(
                        ad,
                        track.content().name(),
                        SkipReason.AD_DISCONTINUITIES_DIFFER,
                        "the ad has not the same discontinuities in all its playlists");
            }
        }
        List<AdTrack> cleaned = tracks.stream().map(AdPreparation::clean).toList();
        return new Outcome(Optional.of(new PreparedAd(ad, cleaned, duration)), Optional.empty());
    }

    private boolean isIndependent(Track track) {
        return track.playlist().independentSegments()
                || presentation
                        .multivariant()
                        .map(playlist -> playlist.independentSegments())
                        .orElse(false);
    }

    private Optional<AdTrack> fill(Track track) {
        if (track.kind() == TrackKind.MAIN || track.kind() == TrackKind.I_FRAMES) {
            return Optional.empty();
        }
        return filler.fill(track, presentation.reference())
                .filter(filled -> AdChecks.problem(filled.playlist()).isEmpty())
                .map(filled -> new AdTrack(track, filled, filled.playlist(), true, true, "filler"));
    }

    /** Only what plays may leave an ad's playlist: no dates, no cues, no comments, no parts. */
    private static AdTrack clean(AdTrack track) {
        MediaPlaylist playlist = track.playlist();
        if (playlist.segments().stream().allMatch(AdPreparation::isClean)) {
            return track;
        }
        List<MediaSegment> segments = playlist.segments().stream()
                .map(segment -> segment.toBuilder()
                        .programDateTime(Optional.empty())
                        .discontinuity(segment.isDiscontinuity())
                        .editLines(line -> "")
                        .build())
                .toList();
        MediaPlaylist cleaned = playlist.toBuilder().segments(segments).build();
        return new AdTrack(
                track.content(), track.source(), cleaned, track.isFiller(), track.isIndependent(), track.explanation());
    }

    /** Whether there is nothing but what plays, each once. */
    private static boolean isClean(MediaSegment segment) {
        long discontinuities = segment.lines().stream()
                .filter(line -> line.tag().filter(HlsTag.DISCONTINUITY::equals).isPresent())
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
