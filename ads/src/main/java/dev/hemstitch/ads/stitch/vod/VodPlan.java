package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.model.Track;
import dev.hemstitch.ads.stitch.AdTrack;
import dev.hemstitch.ads.stitch.DatePolicy;
import dev.hemstitch.ads.stitch.MarkerStyle;
import dev.hemstitch.ads.stitch.PreparedAd;
import dev.hemstitch.ads.stitch.SplicePlan;
import dev.hemstitch.ads.stitch.SplicePoint;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.core.model.MediaPlaylist;
import dev.hemstitch.core.model.MultivariantPlaylist;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one viewer's presentation will be, ready to be carried out playlist by playlist as they are asked for: each time
 * anew, with the same result. Keep it for the viewer's session, or plan again for each request: the same breaks give the
 * same plan.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class VodPlan {
    private final PreparedVod content;
    private final SplicePlan plan;
    private final TargetDurations targetDurations;
    private final Optional<ContentDates> dates;
    private final Markers markers;

    VodPlan(PreparedVod content, SplicePlan plan) {
        this.content = content;
        this.plan = plan;
        StitchOptions options = content.options();
        this.targetDurations = new TargetDurations(content.tracks(), plan);
        this.dates = options.datePolicy() == DatePolicy.DROP
                ? Optional.empty()
                : ContentDates.of(
                        content.tracks(),
                        plan.points(),
                        options.datePolicy() == DatePolicy.SHIFT,
                        options.markers() == MarkerStyle.DATERANGE);
        this.markers = new Markers(content, plan, options.markers());
    }

    /** {@return what goes where, and what was refused} */
    public SplicePlan splicePlan() {
        return plan;
    }

    /**
     * Splices one Media Playlist.
     *
     * @param track a track of the content
     * @return the stitched playlist; empty if the output goes without that track
     * @throws IllegalArgumentException if the content has no such track; tracks are told apart by identity
     */
    public Optional<MediaPlaylist> playlist(Track track) {
        PreparedTrack prepared = prepared(track);
        return plan.droppedTracks().contains(prepared.index()) ? Optional.empty() : Optional.of(playlist(prepared));
    }

    private MediaPlaylist playlist(PreparedTrack track) {
        return plan.points().isEmpty()
                ? track.moved()
                : new TrackStitcher(track, plan, content, dates, markers.on(track)).stitch(targetDurations);
    }

    @SuppressWarnings("ReferenceEquality") // comparing the texts of playlists would cost more than stitching them
    private PreparedTrack prepared(Track track) {
        List<PreparedTrack> tracks = content.tracks();
        for (int i = 0; i < tracks.size(); i++) {
            if (tracks.get(i).track() == track) {
                return tracks.get(i);
            }
        }
        throw new IllegalArgumentException("the content has no such track: " + track.name());
    }

    /** {@return the Multivariant Playlist; empty if the content is a Media Playlist alone} */
    public Optional<MultivariantPlaylist> multivariant() {
        Presentation presentation = content.presentation();
        return presentation
                .multivariant()
                .map(playlist -> new MultivariantRewriter(presentation, plan, content.locations())
                        .rewrite(playlist, presentation.reference().playlist().durationNanos(), adsAreIndependent()));
    }

    private boolean adsAreIndependent() {
        for (SplicePoint point : plan.points()) {
            for (PreparedAd ad : point.ads()) {
                if (!ad.tracks().stream().allMatch(AdTrack::isIndependent)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** {@return the whole presentation, stitched} */
    public VodResult result() {
        List<VodResult.StitchedTrack> stitched = new ArrayList<>();
        for (PreparedTrack track : content.tracks()) {
            if (!plan.droppedTracks().contains(track.index())) {
                stitched.add(new VodResult.StitchedTrack(track.track(), track.uri(), playlist(track)));
            }
        }
        return new VodResult(multivariant(), stitched, plan);
    }
}
