package dev.hemstitch.ads.stitch.vod;

import dev.hemstitch.ads.model.AdBreak;
import dev.hemstitch.ads.model.Presentation;
import dev.hemstitch.ads.stitch.MarkerStyle;
import dev.hemstitch.ads.stitch.PreparedContent;
import dev.hemstitch.ads.stitch.SharedDateRanges;
import dev.hemstitch.ads.stitch.StitchOptions;
import dev.hemstitch.core.model.DateRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Content made ready to be spliced for one viewer after another: its playlists as they read at their output places, and
 * what splicing needs to know of them. Keep it beside the content; it grows by what it remembers of ads, at most
 * {@link PreparedContent#MOST_ADS} of them.
 *
 * <p>Safe for use by several threads.
 */
public final class PreparedVod {
    private final PreparedContent content;
    private final OutputLocations locations;
    private final List<PreparedTrack> tracks = new ArrayList<>();
    private final Set<String> dateRangeIds;
    private final Optional<SharedDateRanges> markerRanges;

    PreparedVod(Presentation presentation, StitchOptions options, OutputLocations locations) {
        this.content = new PreparedContent(presentation, options);
        this.locations = locations;
        boolean addsRanges = options.markers() == MarkerStyle.DATERANGE;
        this.dateRangeIds = addsRanges ? dateRangeIds(presentation) : Set.of();
        this.markerRanges = addsRanges ? Optional.of(new SharedDateRanges(presentation)) : Optional.empty();
        for (int i = 0; i < presentation.tracks().size(); i++) {
            String uri = locations.playlist(presentation.tracks().get(i));
            tracks.add(new PreparedTrack(i, presentation.tracks().get(i), uri, options.datePolicy(), markerRanges));
        }
    }

    /**
     * Decides what goes where for one viewer.
     *
     * @param breaks the breaks, in any order; several at one place play in the order given
     * @return the plan, which is carried out playlist by playlist; what cannot be done is refused there, never thrown
     */
    public VodPlan plan(List<AdBreak> breaks) {
        return new VodPlan(this, content.plan(breaks));
    }

    Presentation presentation() {
        return content.presentation();
    }

    StitchOptions options() {
        return content.options();
    }

    OutputLocations locations() {
        return locations;
    }

    List<PreparedTrack> tracks() {
        return tracks;
    }

    /** The IDs that date ranges of the content have; known only where ads are marked with date ranges. */
    Set<String> dateRangeIds() {
        return dateRangeIds;
    }

    /** Whether the ads on a track are marked, if ads are. */
    boolean isMarked(PreparedTrack track) {
        return markerRanges.map(ranges -> ranges.reach(track.index())).orElse(true);
    }

    private static Set<String> dateRangeIds(Presentation presentation) {
        return presentation.tracks().stream()
                .flatMap(track -> track.playlist().dateRanges().stream())
                .map(DateRange::id)
                .collect(Collectors.toSet());
    }
}
