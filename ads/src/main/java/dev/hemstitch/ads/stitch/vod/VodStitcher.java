package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.stitch.AdTrack;
import dev.hemstitch.ads.stitch.DatePolicy;
import dev.hemstitch.ads.stitch.MarkerStyle;
import dev.hemstitch.ads.stitch.PreparedAd;
import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MediaPlaylistBuilder;
import dev.hemstitch.core.model.MediaSegment;
import dev.hemstitch.core.model.MultivariantPlaylist;
import dev.hemstitch.core.validation.CompatibilityVersion;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Splices ad breaks into a complete presentation: each Media Playlist by one plan, then the Multivariant Playlist.
 *
 * <p>Whatever is wrong with an ad or a break leaves it out, with a reason in the plan; the content plays on. Immutable
 * and safe for use by several threads.
 */
public final class VodStitcher {
    private final StitchOptions options;

    /**
     * A stitcher.
     *
     * @param options how to splice
     */
    public VodStitcher(StitchOptions options) {
        this.options = options;
    }

    /**
     * Splices.
     *
     * @param content the content
     * @param breaks the breaks, in any order; several at one place play in the order given
     * @param locations where the output will stand
     * @return the stitched presentation and the plan; what could not be done is refused there, never thrown
     */
    public VodResult stitch(Presentation content, List<AdBreak> breaks, OutputLocations locations) {
        SplicePlan plan = SplicePlan.of(content, breaks, options);
        return new Run(content, plan, locations).result();
    }

    /** One presentation being stitched. */
    private final class Run {
        private final Presentation content;
        private final SplicePlan plan;
        private final OutputLocations locations;
        private final List<AdTrack> ads;
        private final TargetDurations targetDurations;
        private final Optional<ContentDates> dates;
        private final Markers markers;

        Run(Presentation content, SplicePlan plan, OutputLocations locations) {
            this.content = content;
            this.plan = plan;
            this.locations = locations;
            this.ads = plan.points().stream()
                    .flatMap(point -> point.ads().stream())
                    .flatMap(ad -> ad.tracks().stream())
                    .toList();
            this.targetDurations = new TargetDurations(content, ads);
            this.dates = options.datePolicy() == DatePolicy.DROP
                    ? Optional.empty()
                    : ContentDates.of(
                            content,
                            plan.points(),
                            options.datePolicy() == DatePolicy.SHIFT,
                            options.markers() == MarkerStyle.DATERANGE);
            this.markers = new Markers(content, plan, options.markers());
        }

        VodResult result() {
            List<VodResult.StitchedTrack> stitched = new ArrayList<>();
            for (int i = 0; i < content.tracks().size(); i++) {
                if (!plan.droppedTracks().contains(i)) {
                    Track track = content.tracks().get(i);
                    String uri = locations.playlist(track);
                    MediaPlaylist moved = new UriMapping(track.uri(), uri).move(track.playlist());
                    MediaPlaylist playlist = plan.points().isEmpty() ? moved : splice(moved, track, i, uri);
                    stitched.add(new VodResult.StitchedTrack(track, uri, playlist));
                }
            }
            Optional<MultivariantPlaylist> multivariant = content.multivariant()
                    .map(playlist -> new MultivariantRewriter(content, plan, locations)
                            .rewrite(playlist, contentNanos(), ads.stream().allMatch(AdTrack::isIndependent)));
            return new VodResult(multivariant, stitched, plan);
        }

        private MediaPlaylist splice(MediaPlaylist moved, Track track, int index, String uri) {
            List<AdTrack> own = ads.stream().filter(ad -> ad.isFor(track)).toList();
            IdentityHashMap<AdTrack, List<MediaSegment>> movedAds = new IdentityHashMap<>();
            TrackStitcher stitcher = new TrackStitcher(moved, index, plan, options, dates, markers);
            MediaPlaylistBuilder builder = stitcher.stitch(ad -> segments(ad, track, uri, movedAds));
            long targetDuration = targetDurations.of(track, ads);
            if (targetDuration > 0 && moved.targetDuration().orElse(0) != targetDuration) {
                builder.targetDuration(targetDuration);
            }
            if (moved.independentSegments() && !own.stream().allMatch(AdTrack::isIndependent)) {
                builder.independentSegments(false);
            }
            int needed = Math.max(neededVersion(moved, own), stitcher.writesInitializationVectors() ? 2 : 1);
            if (needed > moved.version().orElse(1)) {
                builder.version(needed);
            }
            StartOffsets.moved(moved.start(), plan.timeline(), contentNanos()).ifPresent(builder::set);
            return builder.build();
        }

        private long contentNanos() {
            return content.reference().playlist().durationNanos();
        }

        /** The lowest version that allows all that the content and the ads have. */
        private static int neededVersion(MediaPlaylist playlist, List<AdTrack> ads) {
            int needed = CompatibilityVersion.of(playlist).version();
            for (AdTrack ad : ads) {
                needed = Math.max(needed, CompatibilityVersion.of(ad.playlist()).version());
            }
            return needed;
        }

        private List<MediaSegment> segments(
                PreparedAd ad, Track track, String uri, IdentityHashMap<AdTrack, List<MediaSegment>> movedAds) {
            AdTrack own = ad.tracks().stream()
                    .filter(candidate -> candidate.isFor(track))
                    .findFirst()
                    .orElseThrow();
            return movedAds.computeIfAbsent(
                    own,
                    one -> new UriMapping(one.source().uri(), uri)
                            .move(one.playlist())
                            .segments());
        }
    }
}
